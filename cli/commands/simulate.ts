import { writeFileSync } from 'node:fs';
import { register as registerHooks } from 'node:module';
import { Option, type Command } from 'commander';
import { parseNumber, parseSetting, parseSweep, wholeNumber, type SweepRange } from '../simulate/settings.ts';

export interface SimulateCommandOptions {
  readonly scenarioVersion?: number;
  readonly prospects: number;
  readonly seed: number;
  readonly holdout: number;
  readonly set: Readonly<Record<string, number>>;
  readonly compare?: readonly string[];
  readonly sweep?: SweepRange;
  readonly steps: number;
  readonly json?: true;
  readonly html?: string;
}

/** `parcours simulate <scenario>`: runs a scenario over people who don't exist, in virtual time. */
export function register(program: Command): void {
  program
    .command('simulate')
    .description('run a scenario over a synthetic population: funnel, outcomes, cost, lift, and what nobody took; no server needed')
    .argument('<scenario>', 'such as boiler-renewal')
    .option('--scenario-version <number>', 'the newest unless said', wholeNumber(1, 10_000))
    .addOption(new Option('--prospects <number>', 'people').argParser(wholeNumber(1, 10_000_000)).default(10_000))
    .addOption(new Option('--seed <number>', 'the same seed gives the same result, bit for bit').argParser(wholeNumber(0, 4_294_967_295)).default(1))
    .addOption(new Option('--holdout <share>', 'share that gets nothing, to measure the lift against').argParser(share).default(0.1))
    .addOption(new Option('--set <name=value>', 'a parameter of population.ts, such as response.print=0.02; may be repeated').argParser(parseSetting).default({}, 'what population.ts says'))
    .option('--compare <versions...>', 'two versions on the same people and random numbers, such as --compare v1 v2')
    .option('--sweep <name=from..to>', 'a curve over a parameter, such as response.print=0.005..0.03', parseSweep)
    .addOption(new Option('--steps <number>', 'points of the curve').argParser(wholeNumber(2, 50)).default(7))
    .option('--json', 'all figures as JSON')
    .option('--html <file>', 'a report with charts in one file')
    .action(run);
}

async function run(scenario: string, options: SimulateCommandOptions): Promise<void> {
  // Both before engine and scenarios are loaded: the names of functions left out for speed, the lines of paths watched from the first.
  registerHooks(new URL('../simulate/unnamed-functions.js', import.meta.url));
  const { startCoverage } = await import('../simulate/coverage.ts');
  const coverage = startCoverage();
  const [{ simulated: simulate }, { renderSimulation }] = await Promise.all([import('../simulate/run.ts'), import('../simulate/terminal.ts')]);
  const simulated = await simulate(scenario, options, { coverage, screen: process.stderr });
  coverage.stop();
  if (options.html !== undefined) {
    const { simulationPage } = await import('../simulate/html/page.ts');
    writeFileSync(options.html, simulationPage(simulated));
  }
  if (options.json) process.stdout.write(`${JSON.stringify(simulated, null, 2)}\n`);
  else process.stdout.write(`${renderSimulation(simulated, { columns: process.stdout.columns ?? 100, colours: process.stdout.isTTY === true })}\n${options.html === undefined ? '' : `Report: ${options.html}\n`}`);
  if (simulated.kind === 'run' && simulated.result.violations.count > 0) process.exitCode = 1;
}

function share(text: string): number {
  const value = parseNumber(text);
  if (value >= 0 && value < 1) return value;
  throw new Error(`Expected a share from 0 to under 1, got ${text}. For 10 % write 0.1.`);
}
