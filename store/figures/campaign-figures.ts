import type { Clock } from '../../engine/clock.ts';
import type { Lift } from '../lift.ts';
import { campaignLift } from './campaign-lift.ts';
import { endingsOf } from './endings.ts';
import { flowsOf, type Flows } from './flows.ts';
import { funnelOf, type Funnel } from './funnel.ts';
import type { FigureQuery } from './kept.ts';
import { responsesByDay, type ResponsesOfMedium } from './responses.ts';
import { spendingOf, type Spending } from './spending.ts';
import { variantsOf, type VariantsOfMessage } from './variants.ts';
import { waitingOf, type Waiting } from './waiting.ts';

/** All figures of a campaign: what its page and its report show. */
export interface CampaignFigures {
  readonly campaign: { readonly id: string; readonly scenario: string; readonly version: number; readonly goal: readonly string[]; readonly clock: Clock; readonly launched: Date };
  readonly funnel: Funnel;
  readonly flows: Flows;
  readonly waiting: readonly Waiting[];
  readonly variants: readonly VariantsOfMessage[];
  readonly spending: Spending;
  readonly responses: readonly ResponsesOfMedium[];
  readonly endings: Awaited<ReturnType<typeof endingsOf>>;
  readonly lift?: Lift;
}

/**
 * All figures of a campaign, as `advanceFigures` left them.
 *
 * @throws Error when there is no such campaign.
 * @example
 * await advanceFigures(store);
 * const { funnel, lift } = await campaignFigures({ store, campaignId: 'spring-2027' });
 */
export async function campaignFigures(query: FigureQuery): Promise<CampaignFigures> {
  const { store, campaignId } = query;
  const campaign = await store.selectFrom('campaigns').selectAll().where('id', '=', campaignId).executeTakeFirst();
  if (!campaign) throw new Error(`Expected a campaign of this database, got '${campaignId}'. Launch it first: parcours launch <scenario> --campaign ${campaignId}.`);
  const [funnel, flows, waiting, variants, spending, responses, endings, lift] = await Promise.all([
    funnelOf(query),
    flowsOf(query),
    waitingOf(query),
    variantsOf(query),
    spendingOf(query),
    responsesByDay(query),
    endingsOf(query),
    campaignLift(query),
  ]);
  const { id, scenario, version, goal, clock, created_at: launched } = campaign;
  return { campaign: { id, scenario, version, goal, clock, launched }, funnel, flows, waiting, variants, spending, responses, endings, ...(lift ? { lift } : {}) };
}
