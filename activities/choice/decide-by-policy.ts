import { createHash } from 'node:crypto';
import { campaignTime, type Decision } from '../../engine/index.ts';
import { decide, type PolicySnapshot } from '../../learning/index.ts';
import type { ScenarioContent } from '../../scenarios/content/index.ts';
import { workflowTypeOf, type TouchMedium } from '../../scenarios/vocabulary/index.ts';
import type { Campaign } from '../../store/campaigns.ts';
import type { Store } from '../../store/connect.ts';
import type { DecisionRecord } from '../../store/decisions.ts';
import type { PolicyFound } from '../../store/policies.ts';
import { settlePolicy } from './learn-point.ts';
import { specFor } from './spec-for.ts';

export interface DecideDeps {
  readonly store: Store;
  /** The content of a scenario version by its workflow type. */
  readonly contentOf: (workflowType: string) => ScenarioContent;
}

/** A choice to be made. */
export interface ChoiceToMake {
  /** `<journey>/<point>/<occurrence>` */
  readonly id: string;
  readonly journeyId: string;
  readonly campaign: Campaign;
  /** The workflow type of the version that leads the journey. */
  readonly scenario: string;
  readonly point: string;
  readonly arms: readonly string[];
  /** Of a touch. */
  readonly medium?: TouchMedium;
  /** Of a mailpiece: what it is printed with. */
  readonly batch?: string | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Campaign milliseconds. */
  readonly at: number;
  /** The policy in force, as the query that asked for the rest has found it. */
  readonly found: PolicyFound | undefined;
}

/**
 * Chooses by the policy in force. A point that has none yet gets its first, by its declaration; one for which an operator has set something since is
 * learned anew; a batch of mailpieces keeps the policy of its first. The draw is a hash of the campaign's seed and the choice, so it can be checked later.
 */
export async function decideByPolicy(deps: DecideDeps, choice: ChoiceToMake): Promise<DecisionRecord> {
  const { id, journeyId, campaign, point, batch, facts, at } = choice;
  const snapshot = await policyFor(deps, choice);
  const { arm, propensities, factsUsed } = decide(snapshot, { facts, draw: drawOf(campaign.seed, id) });
  return { id, journeyId, campaignId: campaign.id, point, arm, policy: snapshot.hash, propensity: propensities[arm]!, propensities, facts: factsUsed, campaignAt: new Date(at), ...(batch === undefined ? {} : { batch }) };
}

async function policyFor({ store, contentOf }: DecideDeps, { campaign, scenario, point, arms, medium, batch, found, at }: ChoiceToMake): Promise<PolicySnapshot> {
  // Nearly every choice is made by what was found: its declaration is not looked into.
  if (found && !found.stale && (batch === undefined || found.isBatch)) return found.snapshot;
  const spec = specFor(contentOf(scenario), { point, arms });
  return settlePolicy(store, { campaign, spec, point, arms, medium, batch, now: Math.max(at, Math.round(campaignTime(campaign.clock, Date.now()))) });
}

/** 0 to below 1, the same for the same choice. */
export function drawOf(seed: string, id: string): number {
  return createHash('sha256').update(`${seed}/${id}`).digest().readUInt32BE() / 2 ** 32;
}

/** The version that leads a journey: the campaign's unless it was moved. */
export function ledBy(scenario: string | undefined, campaign: Campaign): string {
  return scenario ?? workflowTypeOf({ name: campaign.scenario, version: campaign.version });
}

/** A decision as its journey is told. */
export function told({ policy, propensity, facts }: Pick<DecisionRecord, 'policy' | 'propensity' | 'facts'>): Decision {
  return { policy, chance: propensity, ...(Object.keys(facts).length > 0 ? { facts } : {}) };
}
