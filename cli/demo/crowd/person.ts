import { campaignTime, type Clock } from '../../../engine/clock.ts';
import type { Agenda } from './agenda.ts';
import type { Buying, Decisions, Reaction } from './decisions.ts';
import type { Mail } from './mailbox.ts';
import { readPage, type Page } from './page.ts';
import type { Phone } from './phone.ts';
import type { Services } from './services.ts';
import type { Act, Tally } from './tally.ts';
import type { TouchName } from './touch-name.ts';

/** A mailpiece in a letter box. */
export interface Piece {
  readonly touch: TouchName;
  /** What its QR code holds, and the address printed beside it. */
  readonly qr: string;
  readonly purl: string;
  /** When it lies in the letter box: campaign time in milliseconds. */
  readonly inHome: number;
}

export interface PersonOptions {
  readonly id: string;
  readonly decisions: Decisions;
  readonly clock: Clock;
  readonly agenda: Agenda;
  readonly tally: Tally;
  readonly phone: Phone;
  /** The machines that follow their links: their phone's preview, and the gateway of their mailbox. */
  readonly preview: Phone;
  readonly gateway: Phone;
  readonly services: Services;
}

/** One of the crowd: does what they decided when the occasion comes. */
export interface Person {
  receives(piece: Piece): void;
  reads(mail: Mail): void;
  /** What they will do whatever the campaign does; counted from its launch, campaign time in milliseconds. */
  lives(launch: number): void;
}

const DAY = 86_400_000;

export function createPerson({ id, decisions, clock, agenda, tally, phone, preview, gateway, services }: PersonOptions): Person {
  let pieces = 0;
  let mails = 0;
  let visited = false;
  let bought = false;
  let voucher: string | undefined;

  const after = (from: number, days: number, act: Act, doing: () => Promise<void>): void => agenda.at(from + days * DAY, act, doing);

  async function open(address: string, act: Act): Promise<void> {
    const page = await phone.open(address);
    tally.add(act, id);
    if (!('outside' in page)) await visit(page);
  }

  async function visit(page: Page): Promise<void> {
    await phone.see(page);
    const { buys } = decisions;
    if (!visited && buys) after(campaignTime(clock, Date.now()), buys.afterDays, 'buys', () => buy(buys));
    visited = true;
    await answer(page);
  }

  async function answer(page: Page): Promise<void> {
    const form = page.forms.find(({ choices }) => 'interest' in choices || 'horizon' in choices);
    if (!decisions.fillsForm || !form || voucher) return;
    const said = { interest: decisions.interest, horizon: decisions.horizon };
    const choices = Object.fromEntries(Object.entries(said).filter(([field, value]) => form.choices[field]?.includes(value)));
    const thanked = await phone.submit(form, choices);
    tally.add('answers', id);
    if (!('outside' in thanked)) voucher = thanked.voucher;
  }

  async function buy({ where, order, amount }: Buying): Promise<void> {
    if (bought) return;
    bought = true;
    if (where === 'store' && voucher) {
      await services.redeems({ voucher });
      tally.add('redeems', id);
    } else {
      await services.purchase({ prospect: id, order, amount });
      tally.add('buys', id);
    }
  }

  async function unsubscribe(by: 'button' | 'one-click', { html, headers, at }: Mail): Promise<void> {
    const oneClick = /<(https?:[^>]+)>/.exec(headers['list-unsubscribe'] ?? '')?.[1];
    if (by === 'one-click' && oneClick) {
      await phone.post(oneClick, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }));
    } else {
      const link = linksOf(html, 'u')[0];
      if (!link) throw new Error(`Expected a link to unsubscribe in the mail of ${new Date(at).toISOString()}, got none.`);
      const page = await phone.open(link);
      const form = 'outside' in page ? undefined : page.forms[0];
      if (!form) throw new Error('Expected a button on the page that unsubscribes, got none.');
      await phone.submit(form);
    }
    tally.add('unsubscribes', id);
  }

  return {
    receives(piece) {
      pieces += 1;
      const { comesBack } = decisions;
      if (comesBack) {
        after(piece.inHome, comesBack.afterDays, 'comes back', async () => {
          await services.comesBack({ prospect: id, touch: piece.touch.name });
          tally.add('comes back', id);
        });
        return;
      }
      const reaction = pieces === 1 ? decisions.card : decisions.reminder;
      if (reaction.by === 'ignore') return;
      const address = reaction.by === 'scan' ? piece.qr : piece.purl;
      after(piece.inHome, reaction.afterDays, reaction.by === 'scan' ? 'scans' : 'types', async () => {
        if (decisions.previewed) {
          await preview.scan(address);
          tally.add('is previewed', id);
        }
        await open(address, reaction.by === 'scan' ? 'scans' : 'types');
      });
    },

    reads(mail) {
      mails += 1;
      const arrived = campaignTime(clock, mail.at);
      if (decisions.gateway) {
        agenda.at(arrived, 'is checked', async () => {
          for (const link of [...linksOf(mail.html, 'c'), ...linksOf(mail.html, 'u')]) await gateway.scan(link);
          tally.add('is checked', id);
        });
      }
      const { unsubscribes } = decisions;
      if (unsubscribes && mails === 1) after(arrived, unsubscribes.afterDays, 'unsubscribes', () => unsubscribe(unsubscribes.by, mail));
      const reaction = REACTIONS[mail.touch.message]?.(decisions);
      const link = linksOf(mail.html, 'c')[0];
      if (reaction && link) after(arrived, reaction.afterDays, reaction.act, () => open(link, reaction.act));
    },

    lives(launch) {
      const { buysAnyway } = decisions;
      if (buysAnyway) after(launch, buysAnyway.afterDays, 'buys', () => buy(buysAnyway));
    },
  };
}

/** Which of their decisions is about which mail of boiler-renewal. */
const REACTIONS: Readonly<Record<string, (decisions: Decisions) => { readonly act: Act; readonly afterDays: number } | undefined>> = {
  'reminder-email': ({ reminder }) => (reacts(reminder) ? { act: 'clicks', afterDays: reminder.afterDays } : undefined),
  'thank-you': ({ thanks }) => thanks && { act: 'clicks', afterDays: thanks.afterDays },
  'follow-us': ({ invitation }) => invitation && { act: 'accepts', afterDays: invitation.afterDays },
};

const reacts = ({ by }: Reaction): boolean => by !== 'ignore';

/** The links of a mail that lead to our tracker: `c` those that are followed, `u` the one that unsubscribes. */
function linksOf(html: string, kind: 'c' | 'u'): string[] {
  return readPage(html, 'http://127.0.0.1').links.filter((link) => new URL(link).pathname.startsWith(`/${kind}/`));
}
