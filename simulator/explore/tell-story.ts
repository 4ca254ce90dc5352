import { LiveJourney, type Again, type Ending, type JourneyStart } from '../../engine/index.ts';
import type { AnyScenario, Expected, TouchMedium } from '../../scenarios/vocabulary/index.ts';
import type { Chances } from './chances.ts';
import { ObservedFacts } from './observed-facts.ts';
import { watchedBy, type Observation, type Open, type Standing } from './observed-journey.ts';
import { scriptOf, type Decide, type Script } from './script.ts';
import { Steps } from './steps.ts';
import type { Story } from './story.ts';
import { BEGAN, settled, World } from './world.ts';

/** Cycles that are followed; a scenario that comes again for ever is the same each time but for its state. */
const CYCLES = 3;

export interface TellOptions {
  readonly chances: Chances;
  readonly decide: Decide;
}

/**
 * One way through a scenario: its path over the engine in virtual time, with everything that it depends on (answers, facts, consents, variants)
 * settled by `decide` when it comes to depend on it.
 *
 * @throws Error when the path waits for something other than its journey.
 */
export async function tellStory(scenario: AnyScenario, { chances, decide }: TellOptions): Promise<Story> {
  const world = new World();
  const script = scriptOf(decide, () => world.now - BEGAN);
  const steps = new Steps(
    () => world.now - BEGAN,
    () => script.choices.length,
  );
  const consented = new Map<TouchMedium, boolean>();
  const open: Open = {
    ...{ script, facts: new ObservedFacts(chances, script), links: chances.links ?? {} },
    consents: (medium) => {
      if (!consented.has(medium)) consented.set(medium, script.pick({ key: `consent:${medium}`, place: '', options: [true, false], valueOf: (value) => value }));
      return consented.get(medium)!;
    },
  };
  const seen: Observation = { steps, standing: new Set(), unsent: new Map(), open };
  const watched = watchedBy(seen, scenario);

  const runtime = world.runtime(seen, open);
  let start: JourneyStart = { facts: {}, reachable: { print: true, email: true, social: true } };
  for (let cycle = 1; ; cycle++) {
    const result = await liveThrough(new LiveJourney(watched, start, runtime), { scenario, world, seen, script });
    if ('again' in result && cycle < CYCLES) start = { ...start, began: world.now, carried: result.again };
    else return { factors: script.choices, steps: steps.all, ...('again' in result ? {} : { ending: result }) };
  }
}

interface Told {
  readonly scenario: AnyScenario;
  readonly world: World;
  readonly seen: Observation;
  readonly script: Script;
}

async function liveThrough(live: LiveJourney, { scenario, world, seen, script }: Told): Promise<Ending | Again> {
  const { steps, standing, unsent } = seen;
  let result: Ending | Again | undefined;
  let failure: { error: unknown } | undefined;
  live.run().then(
    (end) => (result = end),
    (error: unknown) => (failure = { error }),
  );
  for (await settled(); !result && !failure; await settled()) {
    if (world.land()) continue;
    const answers = [...standing].flatMap((wait) => answersOf(wait, unsent).map((expected) => ({ wait, expected }))).filter(({ expected: { kind } }) => !scenario.goal.includes(kind) && !scenario.exit.includes(kind));
    const next = answers.length === 0 ? undefined : pickNext(answers, seen, { script, world });
    if (next) {
      next.wait.come.add(next.expected);
      live.receive(world.report(next.expected, script.answerAt));
    } else if (!world.ring()) {
      throw new Error(`Expected the path of ${scenario.name} to wait only for its journey, got a promise that nothing in the journey settles. Await journey.waitFor or journey.sleep.`);
    }
  }
  if (failure) throw failure.error;
  steps.finish('again' in result! ? undefined : result!);
  return result!;
}

/** What may still come of what a wait expects; of a group the next, in its order. */
function answersOf({ expected, together, come }: Standing, unsent: ReadonlyMap<string, string>): Expected[] {
  const possible = expected.filter((one) => !come.has(one) && (one.touch === undefined || !unsent.has(one.touch)));
  return together ? possible.slice(0, 1) : possible;
}

type Answer = { readonly wait: Standing; readonly expected: Expected };

/** Which answer comes, or none: time goes by. */
function pickNext(answers: readonly Answer[], { steps, standing }: Observation, { script, world }: { script: Script; world: World }): Answer | undefined {
  const place = [...standing].map(({ step }) => steps.all[step]!.place).join(' & ');
  const valueOf = (answer: Answer | undefined) => answer && `${answer.expected.kind}${answer.expected.touch === undefined ? '' : ` of ${answer.expected.touch}`}`;
  return script.pick({ key: `answer:${place}`, place, options: [undefined, ...answers], valueOf, usually: world.halfway, due: world.due });
}
