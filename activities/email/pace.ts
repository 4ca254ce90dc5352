/** How many mails a receiver gets. */
export interface Pace {
  /** Mails a second by receiver; `*` for those that are not named. None for a receiver means as fast as can be. */
  readonly rates: Readonly<Record<string, number>>;
  /** While a new sender is made known: mails a day to each receiver, from the first day on; after the last day there is no such limit. */
  readonly warmUp?: { readonly from: string; readonly days: readonly number[] };
}

/** Who runs the mailboxes of a domain: reputation is theirs to give, not the domain's. */
const RECEIVERS: readonly (readonly [name: string, domains: RegExp])[] = [
  ['gmail', /^(gmail|googlemail)\.com$/],
  ['outlook', /^((outlook|hotmail|live)\.[a-z.]+|msn\.com)$/],
  ['yahoo', /^((yahoo|ymail|rocketmail)\.[a-z.]+|aol\.com)$/],
  ['icloud', /^(icloud|me|mac)\.com$/],
  ['orange', /^(orange|wanadoo)\.fr$/],
  ['free', /^(free|freesbee|libertysurf|aliceadsl)\.fr$|^online\.fr$/],
  ['laposte', /^laposte\.net$/],
  ['sfr', /^(sfr|neuf|cegetel|club-internet|numericable|9online)\.(fr|net)$/],
  ['bouygues', /^bbox\.fr$/],
  ['gmx', /^(gmx|web|mail)\.(de|net|at|ch|fr|com)$/],
];

/**
 * Who runs the mailbox of an address; `others` together for all that are not known by name.
 *
 * @example receiverOf('jean@wanadoo.fr') // 'orange'
 */
export function receiverOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return RECEIVERS.find(([, domains]) => domains.test(domain))?.[0] ?? 'others';
}

/** Hours of the day, UTC, over which a day's mails of a warm-up are spread. */
const BEGIN = 8;
const HOURS = 10;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Where the giving out of slots stands for one receiver. */
export interface Standing {
  /** Milliseconds since 1970. */
  readonly nextAt: number;
  /** Day number since 1970, UTC, and the slots given out of it. */
  readonly day: number;
  readonly taken: number;
}

/**
 * The next slot of a receiver, and where the giving out stands then.
 *
 * @example slotAfter({ rates: { gmail: 2 } }, { receiver: 'gmail', now: 0, before: undefined }) // { at: 0, after: { nextAt: 500, day: 0, taken: 1 } }
 */
export function slotAfter({ rates, warmUp }: Pace, { receiver, now, before }: { readonly receiver: string; readonly now: number; readonly before: Standing | undefined }): { readonly at: number; readonly after: Standing } {
  const rate = rates[receiver] ?? rates['*'];
  let at = Math.max(now, before?.nextAt ?? 0);
  let day = Math.floor(at / DAY);
  let taken = before?.day === day ? before.taken : 0;
  let most = allowance(warmUp, day);
  while (taken >= most) {
    day += 1;
    taken = 0;
    at = day * DAY + BEGIN * HOUR;
    most = allowance(warmUp, day);
  }
  const apart = Math.max(rate === undefined ? 0 : 1_000 / rate, most === Infinity ? 0 : (HOURS * HOUR) / most);
  return { at, after: { nextAt: at + apart, day, taken: taken + 1 } };
}

function allowance(warmUp: Pace['warmUp'], day: number): number {
  if (!warmUp) return Infinity;
  const index = day - Math.floor(Date.parse(warmUp.from) / DAY);
  // Before its first day a sender is not known at all.
  return warmUp.days[Math.max(0, index)] ?? Infinity;
}

/**
 * Reads `gmail=2/s orange=0.5/s *=10/s` and `2027-03-01 50 100 200 400`.
 *
 * @returns undefined when neither is said.
 * @throws Error that says what was expected.
 */
export function readPace({ rate, warmUp }: { readonly rate?: string | undefined; readonly warmUp?: string | undefined }): Pace | undefined {
  if (rate === undefined && warmUp === undefined) return undefined;
  const rates = (rate ?? '').split(/[\s,]+/).filter(Boolean).map((one) => {
    const [, receiver, mails] = /^(\*|[a-z]+)=(\d+(?:\.\d+)?)\/s$/.exec(one) ?? [];
    const known = receiver === '*' || receiver === 'others' || RECEIVERS.some(([name]) => name === receiver);
    if (!receiver || !known || !(Number(mails) > 0)) throw new Error(`Expected MAIL_RATE to be such as gmail=2/s orange=0.5/s *=10/s, of ${RECEIVERS.map(([name]) => name).join(', ')}, others and *, got '${one}'.`);
    return [receiver, Number(mails)] as const;
  });
  const [from, ...days] = (warmUp ?? '').split(/[\s,]+/).filter(Boolean);
  if (warmUp !== undefined && (from === undefined || !/^\d{4}-\d\d-\d\d$/.test(from) || Number.isNaN(Date.parse(from)) || days.length === 0 || !days.every((one) => /^[1-9]\d*$/.test(one)))) {
    throw new Error(`Expected MAIL_WARM_UP to be such as 2027-03-01 50 100 200 400 (the first day, then mails a day), got '${warmUp}'.`);
  }
  return { rates: Object.fromEntries(rates), ...(from === undefined ? {} : { warmUp: { from, days: days.map(Number) } }) };
}
