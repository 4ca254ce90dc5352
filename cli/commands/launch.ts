import { InvalidArgumentError, Option, type Command } from 'commander';
import { prettifyError, z } from 'zod';
import { afterLaunch, beforeLaunch } from '../check/launched-version.ts';
import { TREE } from '../check/scenario-files.ts';
import { connect, launchCampaign } from '../../client/index.ts';
import { newestVersion } from '../../scenarios/index.ts';
import type { Duration } from '../../scenarios/vocabulary/index.ts';
import { connectStore } from '../../store/index.ts';

interface LaunchCommandOptions {
  readonly campaign: string;
  readonly scenarioVersion?: number;
  readonly holdout: number;
  readonly pace: number;
  readonly speed: number;
  readonly printEvery: string;
  readonly seed?: string;
}

/** `parcours launch <scenario>`: launches a campaign to everybody who was imported. */
export function register(program: Command): void {
  program
    .command('launch')
    .description('launch a campaign to everybody who was imported; launching it again adds who was imported since, and nobody twice')
    .argument('<scenario>', 'such as boiler-renewal')
    .requiredOption('--campaign <id>', 'its name everywhere: lower-case letters, digits and dashes, such as spring-2027')
    .option('--scenario-version <number>', 'the newest unless said', number)
    .addOption(new Option('--holdout <share>', 'share that gets nothing, to measure the lift against: 0.1 is 10 %').argParser(number).default(0))
    .addOption(new Option('--pace <number>', 'journeys started per second').argParser(number).default(20))
    .addOption(new Option('--speed <factor>', 'of its clock: 86400 is a day a second, for trials').argParser(number).default(1))
    .option('--print-every <duration>', 'from one print cut-off to the next', '1 day')
    .option('--seed <text>', "of the holdout's and the variants' draws; the campaign's id unless said")
    .action(launch);
}

const environment = z.object({
  DATABASE_URL: z.url('Expected postgres://…, as parcours dev shows it'),
  DATABASE_SCHEMA: z.string().min(1).default('public'),
  PARCOURS_TASK_QUEUE: z.string().min(1).default('parcours'),
});

async function launch(scenario: string, options: LaunchCommandOptions): Promise<void> {
  const { campaign: id, scenarioVersion: version = newestVersion(scenario), holdout, pace, speed, printEvery, seed } = options;
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) throw new Error(`Expected the environment to say where the database is, got:\n${prettifyError(parsed.error)}\nStart one with: npx parcours dev`);
  const { DATABASE_URL: url, DATABASE_SCHEMA: schema, PARCOURS_TASK_QUEUE: taskQueue } = parsed.data;
  beforeLaunch(TREE, { scenario, version });
  const store = connectStore({ url, schema, connections: 2 });
  const client = await connect();
  try {
    // At the world's speed, the world's time; faster, its time is the world's now and runs ahead from here.
    const clock = { epoch: speed === 1 ? 0 : Date.now(), speed };
    const launched = await launchCampaign(
      { client, store },
      { id, scenario, version, audience: 'all', holdout, pace, clock, taskQueue, printEvery: printEvery as Duration, ...(seed === undefined ? {} : { seed }) },
    );
    const { entered, holdout: heldOut, workflowId } = launched;
    process.stdout.write(
      entered === 0
        ? `Campaign ${id} was launched before, and nobody was imported since. Its workflow: ${workflowId}\n`
        : `Campaign ${id} of ${scenario}.v${version}: ${entered} people entered, ${heldOut} of them held out. Its workflow: ${workflowId}\n`,
    );
    process.stdout.write(afterLaunch(TREE, { scenario, version }));
  } finally {
    await Promise.all([store.destroy(), client.connection.close()]);
  }
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError(`Expected a number, got '${text}'.`);
  return value;
}
