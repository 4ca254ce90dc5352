import type { TouchReceipt } from '../../engine/index.ts';
import { workflowTypeOf, milliseconds } from '../../scenarios/vocabulary/index.ts';
import { joinAudience } from '../../store/audiences.ts';
import { mayJoinAudience } from '../../store/consent.ts';
import { partsOfJourneyId } from '../../store/journey-id.ts';
import { askForTouch } from '../../store/touch-question.ts';
import { findTouch, insertTouch, type TouchRecord } from '../../store/touches.ts';
import { PermanentError } from '../errors.ts';
import { settledAt, type AttemptDeps, type TouchRequest } from '../touch-attempt.ts';

/**
 * Lets a person belong to an audience, if they may be advertised to: decided and recorded as a social touch, once however often it is tried. The network
 * hears of it when audiences are next told (`syncAudiences`).
 *
 * @throws PermanentError when campaign, prospect or audience don't exist.
 */
export async function addToAudience({ store, campaigns, contentOf }: AttemptDeps, { journeyId, scenario, at, order }: TouchRequest): Promise<TouchReceipt> {
  const id = `${journeyId}/${order.touch}`;
  const { campaignId, prospectId } = partsOfJourneyId(journeyId);
  const [campaign, answer] = await Promise.all([campaigns(campaignId), askForTouch(store, { prospectId, journeyId, campaignId, medium: 'social' })]);
  if (!answer) throw new PermanentError('UnknownProspect', `Expected prospect ${prospectId} of touch ${id} to be in the store, got none. Was it erased?`);
  const led = scenario ?? workflowTypeOf({ name: campaign.scenario, version: campaign.version });
  const definition = contentOf(led).audiences?.[order.message];
  if (!definition) throw new PermanentError('UnknownAudience', `Expected ${led} to have an audience '${order.message}', got none. Add it to the scenario's content.`);

  const touch: TouchRecord = { id, journeyId, message: order.message, medium: 'social', status: 'sent', why: 'sent', props: order.props, cost: 0, provider: 'meta', campaignAt: new Date(at), links: [] };
  const allowed = mayJoinAudience(answer.recipient);
  const permission = allowed.allowed && answer.dropped !== undefined ? ({ allowed: false, why: `dropped:${answer.dropped}` } as const) : allowed;
  const isNew = permission.allowed
    ? await joinAudience(store, { touch, prospectId, staysUntil: new Date(Date.now() + milliseconds(definition.stays)) })
    : await insertTouch(store, { ...touch, status: 'not-sent', why: permission.why });
  const settled = { at: settledAt(campaign, at) };
  if (isNew) return permission.allowed ? { sent: true, why: 'sent', ...settled } : { sent: false, why: permission.why, ...settled };
  const known = (await findTouch(store, id))!;
  return { sent: known.status === 'sent', why: known.why, ...settled };
}
