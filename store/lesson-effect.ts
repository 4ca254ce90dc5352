import type { Finding, Proposal } from '../lessons/lesson.ts';
import type { Store } from './connect.ts';
import { overridePolicy } from './policy-overrides.ts';
import { dropSegment, ruleOf } from './segments.ts';

/** A lesson that is accepted, and by whom. */
export interface Accepted {
  readonly campaignId: string;
  readonly lesson: Pick<Finding, 'key' | 'sentence' | 'proposal'>;
  readonly by: string;
}

/**
 * Does what a lesson proposes, as an operator's override of the policy or a dropped segment: running journeys meet it at their next choice or touch.
 *
 * @returns what changed, in words.
 * @throws Error when the campaign has no such point or arm any more.
 */
export async function carryOut(store: Store, { campaignId, lesson: { key, sentence, proposal }, by }: Accepted): Promise<string> {
  if (!proposal) return 'it is noted; nothing was proposed';
  const because = `lesson ${key}: ${sentence.en}`;
  switch (proposal.do) {
    case 'weights':
      await overridePolicy(store, { campaignId, point: proposal.point, weights: proposal.weights, by, because });
      return `${proposal.point}: ${weightsIn(proposal)}`;
    case 'stop':
      await overridePolicy(store, { campaignId, point: proposal.point, stop: proposal.arm, by, because });
      return `${proposal.point}: ${proposal.arm} is stopped`;
    case 'drop': {
      const { fact, op, value, medium } = proposal;
      const rule = await dropSegment(store, { campaignId, fact, op, value, medium, by, because });
      return `no ${medium} to ${rule} any more`;
    }
    case 'edit':
      return `it is noted; ${proposal.what === 'wait' ? `the wait after ${proposal.message}` : `the choice of ${proposal.message} for ${ruleOf(proposal.segment)}`} changes with a new version of the scenario`;
  }
}

function weightsIn({ weights }: Extract<Proposal, { do: 'weights' }>): string {
  return Object.entries(weights)
    .sort(([, a], [, b]) => b - a)
    .map(([arm, weight]) => `${arm} ${Math.round(weight * 100)} %`)
    .join(', ');
}
