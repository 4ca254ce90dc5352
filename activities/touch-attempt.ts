import { campaignTime, propsOf, type TouchOrder, type TouchReceipt } from '../engine/index.ts';
import type { AnyMessage, ScenarioContent } from '../scenarios/content/index.ts';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import { mayTouch } from '../store/consent.ts';
import { partsOfJourneyId } from '../store/journey-id.ts';
import { askForTouch, type Recipient } from '../store/recipient.ts';
import type { Store } from '../store/connect.ts';
import type { DecisionRecord } from '../store/decisions.ts';
import { findPolicy, type PolicyFound } from '../store/policies.ts';
import { insertTouch, isCapped, type TouchLink, type TouchRecord } from '../store/touches.ts';
import type { Campaign } from '../store/campaigns.ts';
import type { CampaignLookup } from './campaign-lookup.ts';
import { decideByPolicy, ledBy, told } from './choice/index.ts';
import { PermanentError } from './errors.ts';

export interface AttemptDeps {
  readonly store: Store;
  readonly campaigns: CampaignLookup;
  /** The content of a scenario version by its workflow type. */
  readonly contentOf: (workflowType: string) => ScenarioContent;
}

/** What a journey asks an activity to do. */
export interface TouchRequest {
  /** `<campaign>/<prospect>`, and `/<key>` where an event let them in. */
  readonly journeyId: string;
  /** The workflow type of the version that leads the journey: it may have moved since its campaign was launched. The campaign's unless said. */
  readonly scenario?: string;
  /** Campaign time in milliseconds. */
  readonly at: number;
  readonly order: TouchOrder;
}

/** What a touch is made from, each time it is tried. */
export interface TouchAttempt<Med extends TouchMedium> {
  readonly id: string;
  readonly campaign: Campaign;
  readonly recipient: Recipient;
  readonly message: Extract<AnyMessage, { medium: Med }>;
  /** The record to begin with, unless an earlier attempt left one: with `journeyId/message/occurrence` as key there is one however often it is tried. */
  readonly fresh: Fresh;
  /** Why the person may not be touched, asked now. */
  readonly refused: string | undefined;
  /** How many of its medium the person may get, in which time. */
  readonly cap: TouchOrder['cap'];
  /** When the journey asked, campaign milliseconds. */
  readonly asked: number;
  /** Chooses the variant for another batch of mailpieces than the first; nothing to do for a touch without variants. */
  readonly inBatch: (batch: string) => Promise<Fresh>;
}

/** The record to begin with. */
type Fresh = Omit<TouchRecord, 'links' | 'status' | 'why'>;

/**
 * Opens an attempt: the campaign, the message, the person, whether the person may be touched now, and the variant that the policy chooses. What earlier
 * attempts left is asked only when the record to begin with turns out to exist: nearly every touch is tried once.
 *
 * @param batchOf the batch that a mailpiece joins, by campaign and message
 * @throws PermanentError when campaign, prospect or message don't exist.
 */
export async function openAttempt<Med extends TouchMedium>(
  deps: AttemptDeps,
  medium: Med,
  { journeyId, scenario, at, order, batchOf }: TouchRequest & { readonly batchOf?: (campaign: Campaign, message: Extract<AnyMessage, { medium: Med }>) => string },
): Promise<TouchAttempt<Med>> {
  const id = `${journeyId}/${order.touch}`;
  const { campaignId, prospectId } = partsOfJourneyId(journeyId);
  const campaign = await deps.campaigns(campaignId);
  const led = ledBy(scenario, campaign);
  const message = deps.contentOf(led).messages[order.message];
  if (message?.medium !== medium) {
    throw new PermanentError('UnknownMessage', `Expected ${led} to have a ${medium} message '${order.message}', got ${message ? `one by ${message.medium}` : 'none'}. Add it to the scenario's content.`);
  }
  const arms = order.choose;
  const first = arms && batchOf?.(campaign, message as Extract<AnyMessage, { medium: Med }>);
  const answer = await askForTouch(deps.store, { prospectId, journeyId, campaignId, medium, choice: arms && { point: order.message, arms, batch: first } });
  if (!answer) throw new PermanentError('UnknownProspect', `Expected prospect ${prospectId} of touch ${id} to be in the store, got none. Was it erased?`);
  const { recipient, dropped } = answer;
  const permission = mayTouch(recipient, medium, message.purpose);
  const refused = permission.allowed ? (dropped === undefined ? undefined : `dropped:${dropped}`) : permission.why;
  const plain: Fresh = { id, journeyId, message: order.message, medium, props: order.props, cost: message.cost, campaignAt: new Date(at) };
  const chosen = async (found: PolicyFound | undefined, batch?: string): Promise<Fresh> => {
    if (!arms) return plain;
    const facts = { ...recipient.facts, ...order.facts };
    const decision = await decideByPolicy(deps, { id, journeyId, campaign, scenario: led, point: order.message, arms, medium, batch, facts, at, found });
    return { ...plain, props: propsOf(order, decision.arm), decision };
  };
  return {
    id,
    campaign,
    recipient,
    message: message as Extract<AnyMessage, { medium: Med }>,
    fresh: refused === undefined ? await chosen(answer.policy, first) : plain,
    refused,
    cap: order.cap,
    asked: at,
    inBatch: async (batch) => chosen(await findPolicy(deps.store, { campaignId, point: order.message, arms: arms ?? [], batch }), batch),
  };
}

/**
 * Records a touch that is deliberately not made, with its reason.
 *
 * @returns false when an earlier attempt recorded it already.
 */
export function recordRefusal(store: Store, { fresh }: Pick<TouchAttempt<TouchMedium>, 'fresh'>, why: string): Promise<boolean> {
  const { decision: _, ...touch } = fresh;
  return insertTouch(store, { ...touch, cost: 0, status: 'not-sent', why, links: [] });
}

/** What a receipt says of a variant and how it was chosen; nothing where there were none. */
export function variantOf(variant: string | undefined, decision: Pick<DecisionRecord, 'policy' | 'propensity' | 'facts'> | null | undefined): Pick<TouchReceipt, 'variant' | 'decision'> {
  return { ...(variant === undefined ? {} : { variant }), ...(decision ? { decision: told(decision) } : {}) };
}

/** What an attempt would record, besides what it knows. */
export interface Beginning extends Pick<TouchRecord, 'status' | 'why' | 'provider'> {
  readonly links: readonly TouchLink[];
  /** Milliseconds for which this attempt alone may send it. */
  readonly lease?: number;
}

/**
 * Records the touch as it begins, or that the prospect has had enough of its medium (`capped`), in one transaction.
 *
 * @returns `known` when an earlier attempt left its record: that counts, whatever is capped by now.
 */
export async function beginTouch(transaction: Store, { id, recipient, fresh, cap }: Pick<TouchAttempt<TouchMedium>, 'id' | 'recipient' | 'fresh' | 'cap'>, { lease = 0, ...beginning }: Beginning): Promise<'begun' | 'capped' | 'known'> {
  const { prospectId } = recipient;
  if (cap && (await isCapped(transaction, { touchId: id, prospectId, medium: fresh.medium, at: fresh.campaignAt, cap }))) {
    return (await recordRefusal(transaction, { fresh }, 'capped')) ? 'capped' : 'known';
  }
  return (await insertTouch(transaction, { ...fresh, ...beginning }, lease)) ? 'begun' : 'known';
}

/** The campaign's time now, for a receipt; never before the journey asked. */
export function settledAt({ clock }: Pick<Campaign, 'clock'>, asked: number): number {
  return Math.max(asked, Math.round(campaignTime(clock, Date.now())));
}
