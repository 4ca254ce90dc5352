import type { AnyScenario } from '../../scenarios/vocabulary/index.ts';
import type { Chances } from './chances.ts';
import type { Decide } from './script.ts';
import type { Choice, Story } from './story.ts';
import { tellStory } from './tell-story.ts';

export interface ExploreOptions {
  readonly chances?: Chances;
  /** Stories told at most; 5,000 unless said. */
  readonly limit?: number;
}

/** Every way through a scenario that was tried. */
export interface Exploration {
  readonly scenario: AnyScenario;
  readonly chances: Chances;
  readonly stories: readonly Story[];
  /** There would have been more: the limit was reached. */
  readonly cutShort: boolean;
}

/** How often a loop is gone around another way than the first. */
const ROUNDS = 2;

/**
 * Tells every story of a scenario: its path runs again and again, each time with something settled otherwise. What nobody has tried yet comes
 * first, the deepest of it; so a large scenario that is cut short has still been seen whole, if not in every combination. The same scenario gives the
 * same stories in the same order.
 *
 * @throws what the path throws.
 * @example
 * const { stories } = await explore(boilerRenewalV1, { chances: chancesOf(content, [source]) });
 */
export async function explore(scenario: AnyScenario, { chances = {}, limit = 5_000 }: ExploreOptions = {}): Promise<Exploration> {
  const tried = new Set<string>();
  const fresh: Way[] = [];
  const known: Way[] = [];
  const stories: Story[] = [];
  for (let way: Way | undefined = { picks: [], edge: '' }; way && stories.length < limit; way = nextOf(fresh, { known, tried })) {
    const { picks } = way;
    const story = await tellStory(scenario, { chances, decide: followed(picks) });
    stories.push(story);
    const visits = new Map<string, number>();
    story.factors.forEach((choice, index) => {
      tried.add(edgeOf(choice, choice.picked));
      const visit = (visits.get(choice.key + choice.place) ?? 0) + 1;
      visits.set(choice.key + choice.place, visit);
      if (index < picks.length || visit > ROUNDS) return;
      for (let other = choice.options - 1; other > choice.picked; other--) {
        const edge = edgeOf(choice, other);
        (tried.has(edge) ? known : fresh).push({ picks: [...story.factors.slice(0, index).map(({ picked }) => picked), other], edge });
      }
    });
  }
  return { scenario, chances, stories, cutShort: fresh.length + known.length > 0 };
}

/** What to pick, up to where another way is tried. */
interface Way {
  readonly picks: readonly number[];
  readonly edge: string;
}

function nextOf(fresh: Way[], { known, tried }: { known: Way[]; tried: ReadonlySet<string> }): Way | undefined {
  for (let way = fresh.pop(); way; way = fresh.pop()) {
    if (!tried.has(way.edge)) return way;
    known.push(way);
  }
  return known.pop();
}

function followed(picks: readonly number[]): Decide {
  return (_, asked) => picks[asked] ?? 0;
}

function edgeOf({ key, place }: Choice, picked: number): string {
  return `${key} ${place} ${picked}`;
}
