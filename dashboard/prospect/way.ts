import type { JournalEntry } from '../../engine/index.ts';
import { eventWords, type KindWord } from '../events/event-words.ts';
import type { IconName } from '../page/icons.tsx';
import { inLanguage, type Place } from '../page/place.ts';
import { wayWords } from './way-words.ts';
import { whyWords } from './why-words.ts';

/** A step of somebody's way, as it is shown. */
export interface Step {
  readonly key: string;
  readonly kind: 'sent' | 'not-sent' | 'answer' | 'goal' | 'minor' | 'bad' | 'end';
  readonly icon: IconName;
  readonly what: string;
  /** Why it was so, or what it carried. */
  readonly note?: string;
  /** Campaign time. */
  readonly at: number;
  /** The touch that it is. */
  readonly touch?: string;
}

const BAD: readonly string[] = ['returned', 'bounced', 'complained', 'failed', 'unsubscribe'];
const GOAL: readonly string[] = ['purchase', 'redeem'];

/**
 * The steps of a journey in words, first to last: what was sent or not and why, what was waited for and what ended the wait, what the person did, what was
 * learned, how it ended.
 */
export function stepsOf(place: Place, entries: readonly JournalEntry[]): Step[] {
  const reports = new Map(entries.flatMap((entry) => (entry.type === 'report' ? [[entry.eventId, nameOf(place, entry)] as const] : [])));
  return entries.map((entry, index) => ({ key: `${index}`, at: entry.at, ...step(place, entry, reports) }));
}

type Drawn = Omit<Step, 'key' | 'at'>;

function step(place: Place, entry: JournalEntry, reports: ReadonlyMap<string, string>): Drawn {
  const words = inLanguage(place, wayWords);
  const why = inLanguage(place, whyWords);
  const { dateTime } = place.figures;
  const minor = (what: string, note?: string): Drawn => ({ kind: 'minor', icon: 'wait', what, ...(note === undefined ? {} : { note }) });
  switch (entry.type) {
    case 'touch': {
      const { touch, message, medium, receipt, audience } = entry;
      const note = [receipt.sent ? undefined : why(receipt.why), receipt.variant === undefined ? undefined : words.variant(receipt.variant), receipt.inHome === undefined ? undefined : words.inHome(place.figures.date(receipt.inHome))].filter((one) => one !== undefined).join(' · ');
      const what = audience ? words.audience(message, receipt.sent) : receipt.sent ? words.sent[medium](message) : words.notSent[medium](message);
      return { kind: receipt.sent ? 'sent' : 'not-sent', icon: medium, what, touch, ...(note === '' ? {} : { note }) };
    }
    case 'choice':
      return minor(words.choice(entry.point, entry.receipt.arm));
    case 'report': {
      const note = [saidBy(place, entry), ...(entry.evidence === 'human' ? [] : [inLanguage(place, eventWords).evidence[entry.evidence]])].filter(Boolean).join(' · ');
      const said = { what: nameOf(place, entry), ...(note === '' ? {} : { note }) };
      if (GOAL.includes(entry.kind)) return { kind: 'goal', icon: 'goal', ...said };
      if (BAD.includes(entry.kind)) return { kind: 'bad', icon: 'bad', ...said };
      return entry.kind === 'posted' || entry.kind === 'delivered' ? minor(said.what, said.note) : { kind: 'answer', icon: 'answer', ...said };
    }
    case 'held':
      return minor(words.held(entry.touch.replace(/\/1$/, ''), dateTime(entry.until)));
    case 'wait-begun':
      return minor(words.waits(entry.expected.map((expected) => expectedIn(place, expected)).join(words.between[entry.together ?? 'any']), dateTime(entry.until)));
    case 'wait-moved':
      return minor(words.waitMoved(dateTime(entry.until)));
    case 'wait-ended':
      return minor(words.waitOver(words.without[entry.by as keyof typeof words.without] ?? (entry.events ?? [entry.by]).map((event) => reports.get(event) ?? event).join(', ')));
    case 'slept-until':
      return minor(words.sleeps(dateTime(entry.until)));
    case 'learned':
      return minor(words.learned(Object.entries(entry.facts).map(([name, value]) => `${name} = ${String(value)}`).join(', ')), entry.source);
    case 'recalled':
      return minor(words.recalled[entry.result](entry.touch.replace(/\/1$/, '')));
    case 'note':
      return minor(entry.text);
    case 'again':
      return minor(words.again(entry.cycle));
    case 'moved':
      return minor(words.moved(entry.from, entry.to));
    case 'paused':
    case 'resumed':
    case 'skipped':
      return minor(words.operator[entry.type]);
    case 'ended':
      return { kind: entry.by === 'goal' ? 'goal' : 'end', icon: entry.by === 'goal' ? 'goal' : 'end', what: words.ended(words.outcomes(entry.outcome)), note: words.endedBy[entry.by] ?? entry.by };
  }
}

type ReportEntry = Extract<JournalEntry, { type: 'report' }>;

function nameOf(place: Place, { kind, touch }: Pick<ReportEntry, 'kind' | 'touch'>): string {
  const named = inLanguage(place, eventWords).kinds[kind as KindWord] ?? kind;
  return touch === undefined ? named : `${named} (${touch.replace(/\/1$/, '')})`;
}

/** `renewal-postcard/1 scan`, as a wait names what it waits for; `scan` alone where any will do. */
function expectedIn(place: Place, expected: string): string {
  const [kind = '', ...touch] = expected.split(' ').reverse();
  const named = inLanguage(place, eventWords).awaited[kind as keyof (typeof eventWords)['en']['awaited']] ?? kind;
  return touch.length === 0 ? named : `${named} (${touch.reverse().join(' ').replace(/\/1$/, '')})`;
}

function saidBy({ figures }: Place, { kind, data = {} }: ReportEntry): string {
  if (kind === 'purchase' && typeof data['amount'] === 'number') return figures.money(data['amount'], String(data['currency'] ?? 'EUR'));
  if (kind === 'reply' && typeof data['facts'] === 'object' && data['facts'] !== null) return Object.entries(data['facts']).map(([name, value]) => `${name}: ${String(value)}`).join(', ');
  return (['link', 'reason', 'page', 'medium', 'voucher'] as const).map((field) => data[field]).filter((value) => typeof value === 'string').join(', ');
}
