import type { TouchReceipt } from '../../engine/index.ts';
import type { PrintRunInput } from '../../workflows/print-run.ts';
import type { Campaign } from '../../store/campaigns.ts';
import type { Store } from '../../store/connect.ts';
import { makeToken } from '../../store/tokens.ts';
import { findTouch, insertMailpiece } from '../../store/touches.ts';
import { beginTouch, openAttempt, recordRefusal, settledAt, type AttemptDeps, type TouchAttempt, type TouchRequest } from '../touch-attempt.ts';
import { queueMailpiece } from './queue-mailpiece.ts';

const DAY = 86_400_000;

export interface SendMailpieceDeps extends AttemptDeps {
  /** Starts the print run unless it runs already. */
  readonly startPrintRun: (run: PrintRunInput) => Promise<void>;
}

/** Queues a mailpiece for the campaign's next print run: decided, given its two tokens and recorded, all or nothing. */
export async function sendMailpiece(deps: SendMailpieceDeps, request: TouchRequest): Promise<TouchReceipt> {
  const attempt = await openAttempt(deps, 'print', request);
  const { refused, campaign, message, fresh, asked } = attempt;
  if (refused && (await recordRefusal(deps.store, attempt, refused))) return { sent: false, why: refused, at: settledAt(campaign, asked) };
  const queued = await queue(deps.store, attempt, request.at);
  if ('why' in queued) return { sent: false, why: queued.why, at: settledAt(campaign, asked) };
  const { cutOff, variant = fresh.variant } = queued;
  await deps.startPrintRun({ runId: runIdOf(campaign, cutOff), cutOff, clock: campaign.clock });
  return { sent: true, why: 'sent', at: settledAt(campaign, asked), ...(variant === undefined ? {} : { variant }), handedOver: cutOff, inHome: cutOff + message.deliveryDays * DAY };
}

/** Puts the piece into the first run that still takes pieces, unless an earlier attempt did, or recorded why not. */
async function queue(store: Store, attempt: TouchAttempt<'print'>, at: number): Promise<{ cutOff: number; variant?: string | undefined } | { why: string }> {
  const { id, campaign, message, fresh, cap } = attempt;
  const links = (['qr', 'purl'] as const).map((kind) => ({ token: makeToken(), kind, name: kind, target: message.page }));
  const beginning = { status: 'sent', why: 'sent', provider: 'folder', links } as const;
  for (let cutOff = nextCutOff(campaign, at); ; cutOff += campaign.printEvery) {
    const inHome = new Date(cutOff + message.deliveryDays * DAY);
    // Nearly every piece joins a run that is there and open, in one statement; for the first piece, a closed run, a second try or a cap the steps are taken singly.
    if (!cap && (await insertMailpiece(store, { ...fresh, ...beginning }, { runId: runIdOf(campaign, cutOff), inHome }))) return { cutOff };
    const known = await store.transaction().execute(async (transaction) => {
      const begun = await beginTouch(transaction, attempt, beginning);
      if (begun === 'capped') return { why: 'capped' };
      const earlier = begun === 'begun' ? undefined : await findTouch(transaction, id);
      if (earlier?.status === 'not-sent') return { why: earlier.why };
      if (earlier?.printRunId) return { cutOff: cutOffOf(earlier.printRunId), variant: earlier.variant ?? undefined };
      const piece = { touchId: id, campaignId: campaign.id, runId: runIdOf(campaign, cutOff), cutOff: new Date(cutOff), inHome };
      return (await queueMailpiece(transaction, piece)) === 'queued' ? { cutOff } : undefined;
    });
    if (known) return known;
  }
}

/** The campaign's first print cut-off after a time, both in campaign milliseconds: every `printEvery` from its epoch. */
export function nextCutOff({ clock, printEvery }: Pick<Campaign, 'clock' | 'printEvery'>, at: number): number {
  return clock.epoch + (Math.floor((at - clock.epoch) / printEvery) + 1) * printEvery;
}

/** `<campaign>/<cut-off>`, such as `spring/2027-03-01T17:00:00.000Z`. */
export function runIdOf({ id }: Pick<Campaign, 'id'>, cutOff: number): string {
  return `${id}/${new Date(cutOff).toISOString()}`;
}

function cutOffOf(runId: string): number {
  return Date.parse(runId.slice(runId.indexOf('/') + 1));
}
