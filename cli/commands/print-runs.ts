import type { Command } from 'commander';
import { openCampaigns } from '../open-campaigns.ts';

/** `parcours print-runs [campaign]`: what is gathered, waits for an approval, was printed, and what the printer said. */
export function register(program: Command): void {
  program
    .command('print-runs')
    .description('list print runs, newest first: what is gathered, waits for an approval, was printed, and what the printer said')
    .argument('[campaign]', 'of this campaign only')
    .option('--json', 'the same as JSON')
    .action(printRuns);
}

async function printRuns(campaignId: string | undefined, { json }: { json?: boolean }): Promise<void> {
  const [{ listPrintRuns }, { printRunLines }] = await Promise.all([import('../../store/index.ts'), import('../report/print-run-lines.ts')]);
  const { store, close } = await openCampaigns(process.env);
  try {
    const runs = await listPrintRuns(store, campaignId);
    if (json) return void process.stdout.write(`${JSON.stringify(runs, null, 2)}\n`);
    if (runs.length === 0) return void process.stdout.write(`No print run${campaignId === undefined ? '' : ` of ${campaignId}`} yet: the first mailpiece begins one.\n`);
    process.stdout.write(`${printRunLines(runs).join('\n')}\n`);
  } finally {
    await close();
  }
}
