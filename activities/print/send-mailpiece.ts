import type { TouchReceipt } from '../../engine/index.ts';
import type { PrintRunInput } from '../../workflows/print-run.ts';
import type { Campaign } from '../../store/campaigns.ts';
import type { Recipient } from '../../store/recipient.ts';
import { makeToken, withFreshTokens } from '../../store/tokens.ts';
import { findTouch, insertMailpiece } from '../../store/touches.ts';
import { beginTouch, openAttempt, recordRefusal, settledAt, type AttemptDeps, type TouchAttempt, type TouchRequest } from '../touch-attempt.ts';
import { checkAddress } from './address/index.ts';
import { inHomeEstimate, type Postage } from './in-home.ts';
import { queueMailpiece } from './queue-mailpiece.ts';

export interface SendMailpieceDeps extends AttemptDeps {
  /** The country in which pieces are posted, ISO 3166-1 alpha-2; `FR` unless said. */
  readonly postedFrom?: string;
  /** Starts the print run unless it runs already. */
  readonly startPrintRun: (run: PrintRunInput) => Promise<void>;
}

/** Queues a mailpiece for the campaign's next print run: decided, given its two tokens and recorded, all or nothing. */
export async function sendMailpiece(deps: SendMailpieceDeps, request: TouchRequest): Promise<TouchReceipt> {
  const attempt = await openAttempt(deps, 'print', request);
  const { campaign, fresh, asked, recipient } = attempt;
  const refused = attempt.refused ?? unprintable(recipient.identity, deps.postedFrom);
  if (refused && (await recordRefusal(deps.store, attempt, refused))) return { sent: false, why: refused, at: settledAt(campaign, asked) };
  const queued = await withFreshTokens(() => queue(deps, attempt, request.at));
  if ('why' in queued) return { sent: false, why: queued.why, at: settledAt(campaign, asked) };
  const { cutOff, variant = fresh.variant } = queued;
  await deps.startPrintRun({ runId: runIdOf(campaign, cutOff), cutOff, clock: campaign.clock });
  return { sent: true, why: 'sent', at: settledAt(campaign, asked), ...(variant === undefined ? {} : { variant }), handedOver: cutOff, inHome: inHomeEstimate(postageOf(deps, attempt), cutOff) };
}

/** Puts the piece into the first run that still takes pieces, unless an earlier attempt did, or recorded why not. */
async function queue(deps: SendMailpieceDeps, attempt: TouchAttempt<'print'>, at: number): Promise<{ cutOff: number; variant?: string | undefined } | { why: string }> {
  const { store } = deps;
  const { id, campaign, message, fresh, cap } = attempt;
  const postage = postageOf(deps, attempt);
  const links = (['qr', 'purl'] as const).map((kind) => ({ token: makeToken(), kind, name: kind, target: message.page }));
  const beginning = { status: 'sent', why: 'sent', provider: 'folder', links } as const;
  for (let cutOff = nextCutOff(campaign, at); ; cutOff += campaign.printEvery) {
    const inHome = new Date(inHomeEstimate(postage, cutOff));
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

function postageOf({ postedFrom }: SendMailpieceDeps, { message: { postageClass, deliveryDays }, recipient: { identity } }: TouchAttempt<'print'>): Postage {
  return { postageClass, deliveryDays, country: identity.country, postcode: identity.postcode, postedFrom };
}

/** Found here, not in the print run days later: the path goes on at once, by mail where it has a way. */
function unprintable(identity: Recipient['identity'], postedFrom = 'FR'): string | undefined {
  const [problem] = checkAddress(identity, { from: postedFrom });
  return problem && `bad-address:${problem.reason}`;
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
