import type { TouchReceipt } from '../../engine/index.ts';
import type { Campaign } from '../../store/campaigns.ts';
import type { Store } from '../../store/connect.ts';
import { PRINT_AT_ONCE } from '../../store/print-plan.ts';
import { partsOfPrintRunId } from '../../store/print-run-id.ts';
import { makeToken } from '../../store/tokens.ts';
import { findTouch, insertMailpiece } from '../../store/touches.ts';
import { beginTouch, openAttempt, recordRefusal, settledAt, type AttemptDeps, type TouchAttempt, type TouchRequest } from '../touch-attempt.ts';
import { nextCutOff } from './cut-off.ts';
import { inHomeEstimate } from './in-home.ts';
import { queueMailpiece } from './queue-mailpiece.ts';

export interface SendMailpieceDeps extends AttemptDeps {
  /** Starts a print run of a campaign unless it runs already. */
  readonly startPrintRun: (campaign: Campaign, runId: string) => Promise<void>;
}

/** Queues a mailpiece for the campaign's next print run: decided, given its two tokens and recorded, all or nothing. */
export async function sendMailpiece(deps: SendMailpieceDeps, request: TouchRequest): Promise<TouchReceipt> {
  const attempt = await openAttempt(deps, 'print', request);
  const { refused, campaign, message, fresh, asked } = attempt;
  if (refused && (await recordRefusal(deps.store, attempt, refused))) return { sent: false, why: refused, at: settledAt(campaign, asked) };
  const queued = await queue(deps.store, attempt, request.at);
  if ('why' in queued) return { sent: false, why: queued.why, at: settledAt(campaign, asked) };
  const { runId, variant = fresh.variant } = queued;
  await deps.startPrintRun(campaign, runId);
  const { cutOff } = partsOfPrintRunId(runId);
  return { sent: true, why: 'sent', at: settledAt(campaign, asked), ...(variant === undefined ? {} : { variant }), handedOver: cutOff, inHome: inHomeEstimate(message, cutOff) };
}

/** Puts the piece into the first run that still takes pieces, unless an earlier attempt did, or recorded why not. */
async function queue(store: Store, attempt: TouchAttempt<'print'>, at: number): Promise<{ runId: string; variant?: string | undefined } | { why: string }> {
  const { id, campaign, message, fresh, cap } = attempt;
  const { printer } = campaign.print ?? PRINT_AT_ONCE;
  const links = (['qr', 'purl'] as const).map((kind) => ({ token: makeToken(), kind, name: kind, target: message.page }));
  const beginning = { status: 'sent', why: 'sent', provider: printer, links } as const;
  for (let cutOff = nextCutOff(campaign, at); ; cutOff = nextCutOff(campaign, cutOff)) {
    const run = { campaignId: campaign.id, format: message.format, cutOff: new Date(cutOff), inHome: new Date(inHomeEstimate(message, cutOff)) };
    // Nearly every piece joins a run that is there and open, in one statement; for the first piece, a closed run, a second try or a cap the steps are taken singly.
    const joined = cap ? undefined : await insertMailpiece(store, { ...fresh, ...beginning }, run);
    if (joined !== undefined) return { runId: joined };
    const known = await store.transaction().execute(async (transaction) => {
      const begun = await beginTouch(transaction, attempt, beginning);
      if (begun === 'capped') return { why: 'capped' };
      const earlier = begun === 'begun' ? undefined : await findTouch(transaction, id);
      if (earlier?.status === 'not-sent') return { why: earlier.why };
      if (earlier?.printRunId) return { runId: earlier.printRunId, variant: earlier.variant ?? undefined };
      const queued = await queueMailpiece(transaction, { touchId: id, ...run, printer });
      return queued === 'closed' ? undefined : queued;
    });
    if (known) return known;
  }
}
