import { InvalidArgumentError, type Command } from 'commander';
import { newestVersion } from '../../scenarios/index.ts';
import { bundleWorkflows, replayJourneys } from '../../worker/index.ts';
import { withTemporal } from '../journeys/connected.ts';
import { renderReplay } from '../report/replay-result.ts';

/** `parcours replay <scenario>`: replays a sample of the journeys on the server against the working tree. */
export function register(program: Command): void {
  program
    .command('replay')
    .description('replay journeys of the server, open and closed, against this working tree; exits with 1 when one breaks')
    .argument('<scenario>', 'all its versions')
    .option('--each <n>', 'journeys at most by version, state and waiting place', positive, 5)
    .action(replay);
}

async function replay(scenario: string, { each }: { each: number }): Promise<void> {
  newestVersion(scenario);
  const workflowBundle = await bundleWorkflows();
  const result = await withTemporal((client) => replayJourneys(client, { workflowBundle, scenario, each }));
  process.stdout.write(`${renderReplay(result, { scenario, colours: process.stdout.isTTY === true })}\n`);
  process.exitCode = result.replayed.some(({ breaks }) => breaks) ? 1 : 0;
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected a positive whole number.');
  return value;
}
