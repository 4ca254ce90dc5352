import type { TouchReceipt } from '../../engine/index.ts';
import type { Campaign } from '../../store/campaigns.ts';
import type { Recipient } from '../../store/recipient.ts';
import { PRINT_AT_ONCE } from '../../store/print-plan.ts';
import { partsOfPrintRunId, printRunIdOf } from '../../store/print-run-id.ts';
import { makeToken, withFreshTokens } from '../../store/tokens.ts';
import { findTouch, insertMailpiece } from '../../store/touches.ts';
import { beginTouch, openAttempt, recordRefusal, settledAt, variantOf, type AttemptDeps, type TouchAttempt, type TouchRequest } from '../touch-attempt.ts';
import { checkAddress } from './address/index.ts';
import { nextCutOff } from './cut-off.ts';
import { inHomeEstimate, type Postage } from './in-home.ts';
import { queueMailpiece } from './queue-mailpiece.ts';

export interface SendMailpieceDeps extends AttemptDeps {
  /** The country in which pieces are posted, ISO 3166-1 alpha-2; `FR` unless said. */
  readonly postedFrom?: string;
  /** Starts a print run of a campaign unless it runs already. */
  readonly startPrintRun: (campaign: Campaign, runId: string) => Promise<void>;
}

/** Queues a mailpiece for the campaign's next print run: decided, given its two tokens and recorded, all or nothing. */
export async function sendMailpiece(deps: SendMailpieceDeps, request: TouchRequest): Promise<TouchReceipt> {
  const attempt = await openAttempt(deps, 'print', { ...request, batchOf: (campaign, { format }) => batchOf(campaign, { format, cutOff: nextCutOff(campaign, request.at) }) });
  const { campaign, asked, recipient } = attempt;
  const refused = attempt.refused ?? unprintable(recipient.identity, deps.postedFrom);
  if (refused && (await recordRefusal(deps.store, attempt, refused))) return { sent: false, why: refused, at: settledAt(campaign, asked) };
  const queued = await withFreshTokens(() => queue(deps, attempt, request.at));
  if ('why' in queued) return { sent: false, why: queued.why, at: settledAt(campaign, asked) };
  const { runId, ...chosen } = queued;
  await deps.startPrintRun(campaign, runId);
  const { cutOff } = partsOfPrintRunId(runId);
  return { sent: true, why: 'sent', at: settledAt(campaign, asked), ...chosen, handedOver: cutOff, inHome: inHomeEstimate(postageOf(deps, attempt), cutOff) };
}

/** Puts the piece into the first run that still takes pieces, unless an earlier attempt did, or recorded why not. */
async function queue(deps: SendMailpieceDeps, attempt: TouchAttempt<'print'>, at: number): Promise<({ runId: string } & Pick<TouchReceipt, 'variant' | 'decision'>) | { why: string }> {
  const { store } = deps;
  const { id, campaign, message, cap } = attempt;
  const postage = postageOf(deps, attempt);
  const { printer } = campaign.print ?? PRINT_AT_ONCE;
  const links = (['qr', 'purl'] as const).map((kind) => ({ token: makeToken(), kind, name: kind, target: message.page }));
  const beginning = { status: 'sent', why: 'sent', provider: printer, links } as const;
  for (let cutOff = nextCutOff(campaign, at); ; cutOff = nextCutOff(campaign, cutOff)) {
    const batch = batchOf(campaign, { format: message.format, cutOff });
    // Pieces that are printed together are chosen by one policy, so one that is too late for a batch is chosen anew.
    const fresh = (attempt.fresh.decision?.batch ?? batch) === batch ? attempt.fresh : await attempt.inBatch(batch);
    const chosen = variantOf(fresh.decision?.arm, fresh.decision);
    const run = { campaignId: campaign.id, format: message.format, cutOff: new Date(cutOff), inHome: new Date(inHomeEstimate(postage, cutOff)) };
    // Nearly every piece joins a run that is there and open, in one statement; for the first piece, a closed run, a second try or a cap the steps are taken singly.
    const joined = cap ? undefined : await insertMailpiece(store, { ...fresh, ...beginning }, run);
    if (joined !== undefined) return { runId: joined, ...chosen };
    const known = await store.transaction().execute(async (transaction) => {
      const begun = await beginTouch(transaction, { ...attempt, fresh }, beginning);
      if (begun === 'capped') return { why: 'capped' };
      const earlier = begun === 'begun' ? undefined : await findTouch(transaction, id);
      if (earlier?.status === 'not-sent') return { why: earlier.why };
      const recorded = earlier ? variantOf(earlier.variant ?? undefined, earlier.decision) : chosen;
      if (earlier?.printRunId) return { runId: earlier.printRunId, ...recorded };
      const queued = await queueMailpiece(transaction, { touchId: id, ...run, printer });
      // Rolled back, so that the next batch's policy chooses.
      if (queued === 'closed') throw new RunClosed();
      return { ...queued, ...recorded };
    }).catch((error: unknown) => {
      if (error instanceof RunClosed) return undefined;
      throw error;
    });
    if (known) return known;
  }
}

class RunClosed extends Error {}

/** What a piece is printed with: the batches of a cut-off together. */
function batchOf(campaign: Campaign, { format, cutOff }: { readonly format: string; readonly cutOff: number }): string {
  return printRunIdOf({ campaignId: campaign.id, format, cutOff });
}

function postageOf({ postedFrom }: SendMailpieceDeps, { message: { postageClass, deliveryDays }, recipient: { identity } }: TouchAttempt<'print'>): Postage {
  return { postageClass, deliveryDays, country: identity.country, postcode: identity.postcode, postedFrom };
}

/** Found here, not in the print run days later: the path goes on at once, by mail where it has a way. */
function unprintable(identity: Recipient['identity'], postedFrom = 'FR'): string | undefined {
  const [problem] = checkAddress(identity, { from: postedFrom });
  return problem && `bad-address:${problem.reason}`;
}
