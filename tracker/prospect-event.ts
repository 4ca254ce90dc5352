import { milliseconds, workflowTypeOf } from '../scenarios/vocabulary/index.ts';
import { scenarioOf } from '../scenarios/index.ts';
import { journeysOfProspect, type JourneyOfProspect, type Store } from '../store/index.ts';
import type { About } from './intake.ts';
import type { ServiceEvent } from './service-event-schema.ts';

/**
 * The journeys that an event is about whose sender knows the person, but neither a touch nor a journey (docs/decisions/0008-entry-by-event.md):
 *
 * 1. where a key is named (or an order bought) that journeys of this person have, those and no others: buying one cart does not end another's journey;
 * 2. with a key that none has, none; an order that none has is the person's own doing, as 3;
 * 3. else every journey of theirs that it can concern: under way, or entered no longer ago than its scenario's `within`. Ended ones and holdouts
 *    among these are told nothing; they count what came after, both by the same rule.
 */
export async function journeysConcerned(store: Store, event: ServiceEvent & { prospectId: string }): Promise<About[]> {
  const { prospectId, key } = event;
  const at = event.at ?? new Date();
  const journeys = await journeysOfProspect(store, prospectId);
  const about = (some: readonly JourneyOfProspect[]): About[] => some.map(({ id, clock }) => ({ journeyId: id, prospectId, clock }));
  const wanted = key ?? (event.kind === 'purchase' || event.kind === 'refund' ? event.data.order : undefined);
  const keyed = journeys.filter((journey) => wanted !== undefined && journey.key === wanted);
  if (keyed.length > 0 || key !== undefined) return about(keyed);
  return about(journeys.filter((journey) => isUnderWay(journey) || at.getTime() <= endOf(journey)));
}

function isUnderWay({ status, holdout }: JourneyOfProspect): boolean {
  return !holdout && status !== 'ended';
}

/** Real time at which the journey's scenario gives it up. */
function endOf({ scenario: name, version, clock, enteredAt }: JourneyOfProspect): number {
  return enteredAt.getTime() + milliseconds(scenarioOf(workflowTypeOf({ name, version })).within) / clock.speed;
}
