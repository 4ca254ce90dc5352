import { InvalidArgumentError, Option, type Command } from 'commander';
import { launchCampaign, type Launched, type PrintOptions } from '../../client/index.ts';
import { newestVersion, scenarioOf } from '../../scenarios/index.ts';
import { workflowTypeOf, type ClockTime, type Duration } from '../../scenarios/vocabulary/index.ts';
import { afterLaunch, beforeLaunch } from '../check/launched-version.ts';
import { TREE } from '../check/scenario-files.ts';
import { openCampaigns } from '../open-campaigns.ts';
import { readSeedAddresses } from '../print/seed-addresses.ts';

interface LaunchCommandOptions {
  readonly campaign: string;
  readonly scenarioVersion?: number;
  readonly holdout: number;
  readonly pace: number;
  readonly speed: number;
  readonly printEvery?: string;
  readonly printer?: string;
  readonly cutOff?: PrintOptions['cutOff'];
  readonly batch?: number;
  readonly printBudget?: number;
  /** False for `--no-proof`. */
  readonly proof?: number | boolean;
  readonly seedAddresses?: string;
  readonly seed?: string;
}

/** `parcours launch <scenario>`: launches a campaign, to everybody who was imported or open to the scenario's entry event. */
export function register(program: Command): void {
  program
    .command('launch')
    .description('launch a campaign to everybody who was imported, and nobody twice when launched again; of a scenario with an entry event, open it to that event')
    .argument('<scenario>', 'such as boiler-renewal')
    .requiredOption('--campaign <id>', 'its name everywhere: lower-case letters, digits and dashes, such as spring-2027')
    .option('--scenario-version <number>', 'the newest unless said', number)
    .addOption(new Option('--holdout <share>', 'share that gets nothing, to measure the lift against: 0.1 is 10 %').argParser(number).default(0))
    .addOption(new Option('--pace <number>', 'journeys started per second').argParser(number).default(20))
    .addOption(new Option('--speed <factor>', 'of its clock: 86400 is a day a second, for trials').argParser(number).default(1))
    .option('--print-every <duration>', 'from one print cut-off to the next; 1 day unless said')
    .option('--cut-off <time@zone>', 'a daily print cut-off at local time instead, such as 17:00@Europe/Paris', cutOff)
    .option('--printer <name>', 'who prints; folder unless said')
    .option('--batch <pieces>', 'of a print run at most: a full one closes before its cut-off', number)
    .option('--print-budget <euros>', 'that print may cost in all; pieces over it are recalled', number)
    .option('--proof <pieces>', 'of the proof that you approve before the first print run goes out; 8 unless said', number)
    .option('--no-proof', 'print without asking')
    .option('--seed-addresses <file.csv>', 'addresses of your own that get a copy of one piece of every run')
    .option('--seed <text>', "of the holdout's and the variants' draws; the campaign's id unless said")
    .action(launch);
}

async function launch(scenario: string, options: LaunchCommandOptions): Promise<void> {
  const { campaign: id, scenarioVersion: version = newestVersion(scenario), holdout, pace, speed, printEvery, seed } = options;
  beforeLaunch(TREE, { scenario, version });
  const print = await printOptions(options);
  const { taskQueue, store, client, close } = await openCampaigns(process.env);
  try {
    // At the world's speed, the world's time; faster, its time is the world's now and runs ahead from here.
    const isOpen = scenarioOf(workflowTypeOf({ name: scenario, version })).entry !== undefined;
    const clock = { epoch: speed === 1 ? 0 : Date.now(), speed };
    const every = printEvery === undefined ? {} : { printEvery: printEvery as Duration };
    const launched = await launchCampaign(
      { client, store },
      { id, scenario, version, holdout, pace, clock, taskQueue, ...every, print, ...(isOpen ? {} : { audience: 'all' as const }), ...(seed === undefined ? {} : { seed }) },
    );
    process.stdout.write(`${launchedLines(launched)}\n`);
    process.stdout.write(afterLaunch(TREE, { scenario, version }));
  } finally {
    await close();
  }
}

async function printOptions({ printer, cutOff: at, batch, printBudget, proof, seedAddresses }: LaunchCommandOptions): Promise<PrintOptions> {
  return {
    ...(printer === undefined ? {} : { printer }),
    ...(at === undefined ? {} : { cutOff: at }),
    ...(batch === undefined ? {} : { batch }),
    ...(printBudget === undefined ? {} : { budget: printBudget }),
    ...(typeof proof === 'number' ? { proof } : proof === false ? { proof: 0 } : {}),
    ...(seedAddresses === undefined ? {} : { seeds: await readSeedAddresses(seedAddresses) }),
  };
}

/** What came of a launch, in a line or two. */
export function launchedLines({ campaign: { id, scenario, version, entry, print }, entered, holdout, workflowId }: Launched): string {
  const proof = print && print.proof > 0 ? `\nIts first print run waits for you to approve its proof: npx parcours print-runs ${id}` : '';
  if (entry) return `Campaign ${id} of ${scenario}.v${version} is open to the event ${entry.event}. Its workflow: ${workflowId}\nSend events as docs/events.md says; close it by: npx parcours close ${id}${proof}`;
  if (entered === 0) return `Campaign ${id} was launched before, and nobody was imported since. Its workflow: ${workflowId}`;
  return `Campaign ${id} of ${scenario}.v${version}: ${entered} people entered, ${holdout} of them held out. Its workflow: ${workflowId}${proof}`;
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError(`Expected a number, got '${text}'.`);
  return value;
}

function cutOff(text: string): NonNullable<PrintOptions['cutOff']> {
  const [time, zone] = text.split('@');
  if (!time || !zone) throw new InvalidArgumentError(`Expected a time and a zone, such as 17:00@Europe/Paris, got '${text}'.`);
  return { time: time as ClockTime, zone };
}
