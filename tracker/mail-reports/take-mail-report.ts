import type { Store } from '../../store/index.ts';
import { findTouch } from '../find-touch.ts';
import type { InferenceParts } from '../inferences.ts';
import { recordOccurrence, type Occurrence } from '../intake.ts';
import { isDeadAddress } from './dead-address.ts';
import type { MailReport } from './mail-report.ts';

/** What became of a report: what it was, that it is known already, or that no mail of ours has that id. */
export type Taken = 'bounced' | 'refused' | 'delayed' | 'delivered' | 'complained' | 'known' | 'not-ours';

/**
 * Stores what a report says of a mail, and what follows from it; the relay tells the journey. A report that comes again changes nothing.
 *
 * @example await takeMailReport(store, report, { contentOf, logger }) // 'bounced'
 */
export async function takeMailReport(store: Store, report: MailReport, rules: InferenceParts): Promise<Taken> {
  const touchId = await touchOf(store, report.about);
  const known = touchId === undefined ? undefined : await findTouch(store, touchId);
  if (!known) return 'not-ours';
  const { taken, ...what } = meaningOf(report);
  const occurrence: Occurrence = { eventId: `mail-report:${report.id}`.slice(0, 400), source: 'mail-report', at: report.at, about: known.about, touch: known.touch, ...what };
  const { duplicate } = await store.transaction().execute((transaction) => recordOccurrence(transaction, occurrence, rules));
  return duplicate ? 'known' : taken;
}

function meaningOf({ kind, enhanced, code }: MailReport): Pick<Occurrence, 'kind' | 'evidence' | 'data' | 'keep'> & { readonly taken: Taken } {
  const said = { ...(enhanced === undefined ? {} : { reason: enhanced }), ...(code === undefined ? {} : { code }) };
  if (kind === 'complained') return { taken: 'complained', kind: 'complained', evidence: 'human' };
  if (kind === 'delivered') return { taken: 'delivered', kind: 'delivered', evidence: 'logical', keep: true };
  if (kind === 'delayed') return { taken: 'delayed', kind: 'bounced', evidence: 'logical', data: { permanent: false, ...said }, keep: true };
  const isDead = isDeadAddress({ enhanced, code });
  return { taken: isDead ? 'bounced' : 'refused', kind: 'bounced', evidence: 'logical', data: { permanent: true, ...said, closes: isDead ? 'bounced' : null } };
}

/** Mails by SMTP are known by their Message-Id, whether or not their receipt was lost. */
async function touchOf(store: Store, messageId: string): Promise<string | undefined> {
  const row = await store.selectFrom('touches').select('id').where('provider_id', 'in', [messageId, `unconfirmed:${messageId}`]).executeTakeFirst();
  return row?.id;
}
