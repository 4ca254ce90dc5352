import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { withTemporal } from '../journeys/connected.ts';

/** `parcours reject <run> <reason>`: gives up a print run that waits for an operator. */
export function register(program: Command): void {
  program
    .command('reject')
    .description('give up a print run that waits for you: its pieces are recalled, their journeys told')
    .argument('<run>', 'as npx parcours print-runs shows it')
    .argument('<reason>', 'for the record, such as "the logo is upside down"')
    .option('--by <name>', 'who rejects; your user name unless said')
    .action(reject);
}

async function reject(runId: string, reason: string, { by = userInfo().username }: { by?: string }): Promise<void> {
  const { rejectPrintRun } = await import('../../client/index.ts');
  await withTemporal((client) => rejectPrintRun(client, { runId, reason, by }));
  process.stdout.write(`Rejected by ${by}: nothing of ${runId} is printed, its pieces are recalled and their journeys told.\n`);
}
