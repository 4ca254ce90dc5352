import { acceptance, type Acceptance } from '../../engine/index.ts';
import type { TracedPerson } from '../campaign/index.ts';
import type { AnyScenario } from '../../scenarios/vocabulary/index.ts';
import { placeWords } from './place-words.ts';

/** People who stand at one place of the version that leads them, and what the other would do with them. */
export interface LivePlace {
  readonly place: string;
  people: number;
  accepted: number;
  /** Of whom nobody would notice anything now. */
  quiet: number;
  /** What they would get at once, by message; how they would end at once, by outcome. */
  readonly wouldSend: Map<string, number>;
  readonly wouldEnd: Map<string, number>;
  /** Why those stay who stay. */
  readonly stay: Map<string, number>;
}

/** A campaign's people under way, by where they stand. */
export interface LiveChanges {
  readonly campaign: string;
  readonly to: string;
  readonly places: readonly LivePlace[];
  /** Who have no past yet. */
  readonly notBegun: number;
  /** Whose record does not fit the version that leads them. */
  readonly unplaced: number;
}

/** Asks the other version about every journey under way, without effect. */
export async function liveChanges(people: AsyncIterable<TracedPerson>, { campaign, to }: { campaign: string; to: AnyScenario }): Promise<LiveChanges> {
  const places = new Map<string, LivePlace>();
  let [unplaced, notBegun] = [0, 0];
  for await (const { record, story, problem, start } of people) {
    if (record.status === 'ended' || story.ending) continue;
    if (problem !== undefined) {
      unplaced += 1;
      continue;
    }
    if (record.status === 'entered') {
      notBegun += 1;
      continue;
    }
    const place = placeWords(story);
    const here = places.get(place) ?? { place, people: 0, accepted: 0, quiet: 0, wouldSend: new Map(), wouldEnd: new Map(), stay: new Map() };
    places.set(place, here);
    here.people += 1;
    note(here, await acceptance(to, start, () => new Promise((resolve) => setImmediate(resolve))));
  }
  const sorted = [...places.values()].sort((one, other) => other.people - one.people);
  return { campaign, to: `v${to.version}`, places: sorted, notBegun, unplaced };
}

function note(place: LivePlace, { accepted, why = '', wouldSend, outcome }: Acceptance): void {
  if (!accepted) return add(place.stay, reason(why));
  place.accepted += 1;
  if (wouldSend.length === 0 && outcome === undefined) place.quiet += 1;
  for (const { message } of wouldSend) add(place.wouldSend, message);
  if (outcome !== undefined) add(place.wouldEnd, outcome);
}

/** The same reason is the same whenever it happened. */
function reason(why: string): string {
  return why.replaceAll(/ on \d{4}-\d{2}-\d{2}/g, '').replace(/\.$/, '');
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
