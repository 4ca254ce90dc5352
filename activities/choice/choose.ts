import { sql } from 'kysely';
import { campaignTime, type ChoiceOrder, type ChoiceReceipt } from '../../engine/index.ts';
import { findDecision, recordDecision, type DecisionRecord } from '../../store/decisions.ts';
import { partsOfJourneyId } from '../../store/journey-id.ts';
import { policyFound, type PolicyFound } from '../../store/policies.ts';
import type { CampaignLookup } from '../campaign-lookup.ts';
import { PermanentError } from '../errors.ts';
import { decideByPolicy, ledBy, told, type DecideDeps } from './decide-by-policy.ts';

export interface ChoiceRequest {
  readonly journeyId: string;
  /** The workflow type of the version that leads the journey. */
  readonly scenario?: string;
  readonly order: ChoiceOrder;
}

/**
 * Makes a choice that a journey's path asks for, once however often it is tried: what was recorded counts, whatever the policy is by now.
 *
 * @throws PermanentError when the campaign does not exist, or the recorded arm is none that the path offers.
 */
export async function choose(deps: DecideDeps & { readonly campaigns: CampaignLookup }, { journeyId, scenario, order }: ChoiceRequest): Promise<ChoiceReceipt> {
  const { store } = deps;
  const { choice, point, options: arms, facts, at } = order;
  const id = `${journeyId}/${choice}`;
  const campaign = await deps.campaigns(partsOfJourneyId(journeyId).campaignId);
  const { rows } = await sql<{ policy: PolicyFound | null; made: boolean }>`
    SELECT ${policyFound({ campaignId: campaign.id, point, arms })} AS policy, EXISTS (SELECT FROM decisions WHERE id = ${id}) AS made`.execute(store);
  const { policy, made } = rows[0]!;
  const settled = Math.max(at, Math.round(campaignTime(campaign.clock, Date.now())));
  const receipt = (decision: DecisionRecord): ChoiceReceipt => ({ arm: decision.arm, ...told(decision), at: settled });
  if (!made) {
    const decision = await decideByPolicy(deps, { id, journeyId, campaign, scenario: ledBy(scenario, campaign), point, arms, facts, at, found: policy ?? undefined });
    if (await recordDecision(store, decision)) return receipt(decision);
  }
  const known = (await findDecision(store, id))!;
  if (arms.includes(known.arm)) return receipt(known);
  throw new PermanentError('UnknownArm', `Expected choice ${id} to be among ${arms.join(', ')}, got '${known.arm}' on record, chosen for another version of its path.`);
}
