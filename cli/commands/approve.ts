import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { withTemporal } from '../journeys/connected.ts';

/** `parcours approve <run>`: lets a print run be printed whose proof was looked at, and all later ones of its campaign and format. */
export function register(program: Command): void {
  program
    .command('approve')
    .description('let a print run be printed whose proof you have looked at, and all later runs of its campaign and format')
    .argument('<run>', 'as npx parcours print-runs shows it')
    .option('--by <name>', 'who approves; your user name unless said')
    .action(approve);
}

async function approve(runId: string, { by = userInfo().username }: { by?: string }): Promise<void> {
  const { approvePrintRun } = await import('../../client/index.ts');
  await withTemporal((client) => approvePrintRun(client, { runId, by }));
  process.stdout.write(`Approved by ${by}: ${runId} is being printed, and later runs of its campaign and format won't ask.\n`);
}
