import { contentOf } from '../../scenarios/content/index.ts';
import { populationOf } from '../../scenarios/content/populations.ts';
import { newestVersion, scenarioOf } from '../../scenarios/index.ts';
import { workflowTypeOf } from '../../scenarios/vocabulary/index.ts';
import { compare, resultOf, simulate, steps, sweep, type SimulationOptions } from '../../simulator/index.ts';
import type { Screen } from '../stack/progress-line.ts';
import type { SimulateCommandOptions } from '../commands/simulate.ts';
import type { startCoverage } from './coverage.ts';
import { progressBar } from './progress-bar.ts';
import { assertSettings } from './settings.ts';
import type { Simulated } from './simulated.ts';
import { watchdog } from './watchdog.ts';

/**
 * Does what `parcours simulate` was asked for.
 *
 * @throws Error for a scenario, version or parameter that isn't there, or options that don't go together.
 */
export async function simulated(name: string, options: SimulateCommandOptions, { coverage, screen }: { coverage: ReturnType<typeof startCoverage>; screen: Screen }): Promise<Simulated> {
  const { prospects, seed, holdout, set: settings, compare: versions, sweep: range } = options;
  if (versions && range) throw new Error('Expected --compare or --sweep, got both. Run one after the other.');
  const version = options.scenarioVersion ?? newestVersion(name);
  const population = populationOf(name);
  assertSettings(name, population, { ...settings, ...(range ? { [range.parameter]: range.from } : {}) });
  if (range) assertSettings(name, population, { [range.parameter]: range.to });
  const of = (number: number): Pick<SimulationOptions, 'scenario' | 'messages' | 'policies' | 'inferences'> => {
    const type = workflowTypeOf({ name, version: number });
    const { messages, policies, inferences } = contentOf(type);
    return { scenario: scenarioOf(type), messages, ...(policies && { policies }), ...(inferences && { inferences }) };
  };
  const compared = versions?.map(versionOf);
  if (compared && compared.length !== 2) throw new Error(`Expected --compare to get two versions such as v1 v2, got ${compared.length}.`);
  const pair = compared && ([of(compared[0]!), of(compared[1]!)] as const);
  const only = of(version);
  const progress = progressBar(prospects * (pair ? 2 : range ? options.steps : 1), screen);
  const watch = watchdog();
  const shared = {
    population,
    prospects,
    seed,
    holdout,
    settings,
    progress: (done: number) => {
      watch.alive();
      progress.show(done);
    },
  };
  try {
    if (pair) return { kind: 'comparison', scenario: name, comparison: await compare({ ...shared, versions: pair }) };
    const run: SimulationOptions = { ...shared, ...only };
    if (range) return { kind: 'sweep', scenario: name, parameter: range.parameter, points: await sweep({ ...run, parameter: range.parameter, values: steps(range.from, range.to, options.steps) }) };
    const result = resultOf(await simulate(run), run);
    return { kind: 'run', scenario: name, result, coverage: await coverage.of(name, version) };
  } finally {
    await watch.stop();
    progress.clear();
  }
}

/** `v2` or `2`. */
function versionOf(text: string): number {
  const match = /^v?([1-9]\d*)$/.exec(text);
  if (!match) throw new Error(`Expected a version such as v2, got '${text}'.`);
  return Number(match[1]);
}
