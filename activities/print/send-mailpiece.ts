import type { TouchReceipt } from '../../engine/index.ts';
import type { Campaign } from '../../store/campaigns.ts';
import type { Recipient } from '../../store/recipient.ts';
import { PRINT_AT_ONCE } from '../../store/print-plan.ts';
import { partsOfPrintRunId } from '../../store/print-run-id.ts';
import { makeToken, withFreshTokens } from '../../store/tokens.ts';
import { findTouch, insertMailpiece } from '../../store/touches.ts';
import { beginTouch, openAttempt, recordRefusal, settledAt, type AttemptDeps, type TouchAttempt, type TouchRequest } from '../touch-attempt.ts';
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
  const attempt = await openAttempt(deps, 'print', request);
  const { campaign, fresh, asked, recipient } = attempt;
  const refused = attempt.refused ?? unprintable(recipient.identity, deps.postedFrom);
  if (refused && (await recordRefusal(deps.store, attempt, refused))) return { sent: false, why: refused, at: settledAt(campaign, asked) };
  const queued = await withFreshTokens(() => queue(deps, attempt, request.at));
  if ('why' in queued) return { sent: false, why: queued.why, at: settledAt(campaign, asked) };
  const { runId, variant = fresh.variant } = queued;
  await deps.startPrintRun(campaign, runId);
  const { cutOff } = partsOfPrintRunId(runId);
  return { sent: true, why: 'sent', at: settledAt(campaign, asked), ...(variant === undefined ? {} : { variant }), handedOver: cutOff, inHome: inHomeEstimate(postageOf(deps, attempt), cutOff) };
}

/** Puts the piece into the first run that still takes pieces, unless an earlier attempt did, or recorded why not. */
async function queue(deps: SendMailpieceDeps, attempt: TouchAttempt<'print'>, at: number): Promise<{ runId: string; variant?: string | undefined } | { why: string }> {
  const { store } = deps;
  const { id, campaign, message, fresh, cap } = attempt;
  const postage = postageOf(deps, attempt);
  const { printer } = campaign.print ?? PRINT_AT_ONCE;
  const links = (['qr', 'purl'] as const).map((kind) => ({ token: makeToken(), kind, name: kind, target: message.page }));
  const beginning = { status: 'sent', why: 'sent', provider: printer, links } as const;
  for (let cutOff = nextCutOff(campaign, at); ; cutOff = nextCutOff(campaign, cutOff)) {
    const run = { campaignId: campaign.id, format: message.format, cutOff: new Date(cutOff), inHome: new Date(inHomeEstimate(postage, cutOff)) };
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

function postageOf({ postedFrom }: SendMailpieceDeps, { message: { postageClass, deliveryDays }, recipient: { identity } }: TouchAttempt<'print'>): Postage {
  return { postageClass, deliveryDays, country: identity.country, postcode: identity.postcode, postedFrom };
}

/** Found here, not in the print run days later: the path goes on at once, by mail where it has a way. */
function unprintable(identity: Recipient['identity'], postedFrom = 'FR'): string | undefined {
  const [problem] = checkAddress(identity, { from: postedFrom });
  return problem && `bad-address:${problem.reason}`;
}
