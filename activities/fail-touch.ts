import type { TouchReceipt } from '../engine/index.ts';
import { partsOfJourneyId } from '../store/journey-id.ts';
import { findTouch, insertTouch, settleTouch } from '../store/touches.ts';
import { settledAt, type AttemptDeps, type TouchRequest } from './touch-attempt.ts';

/**
 * Records a touch that failed for good, such as one whose provider was down for three days: not sent, with the reason. One that went
 * out after all, and could only not report back, stays sent.
 */
export async function failTouch({ store, campaigns }: Pick<AttemptDeps, 'store' | 'campaigns'>, { journeyId, at, order, problem }: TouchRequest & { problem: string }): Promise<TouchReceipt> {
  const id = `${journeyId}/${order.touch}`;
  // What can't be stored, a NUL or half a symbol, would have this tried for ever.
  const why = `failed:${[...problem].slice(0, 200).join('').replace(/\p{Cs}|\0/gu, '\uFFFD')}`;
  const { message, medium, props } = order;
  await insertTouch(store, { id, journeyId, message, medium, status: 'not-sent', why, props, cost: 0, campaignAt: new Date(at), links: [] });
  await settleTouch(store, { id, status: 'not-sent', why });
  const known = await findTouch(store, id);
  const campaign = await campaigns(partsOfJourneyId(journeyId).campaignId);
  return { sent: known?.status === 'sent', why: known?.why ?? why, at: settledAt(campaign, at) };
}
