import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { openCampaigns } from '../open-campaigns.ts';

/** `parcours reconcile <run> <report.csv>`: compares what a printer says it printed with what was ordered. */
export function register(program: Command): void {
  program
    .command('reconcile')
    .description('compare what a printer says it printed with what was ordered')
    .argument('<run>', 'as npx parcours print-runs shows it')
    .argument('<report.csv>', 'columns piece_id, status (printed or spoiled), and reason, at where there are')
    .action(reconcile);
}

async function reconcile(runId: string, file: string): Promise<void> {
  const [{ reconcilePrintRun }, { readPrinterReport }, { listPrintRuns, partsOfPrintRunId }, { printRunLines }] = await Promise.all([
    import('../../client/index.ts'),
    import('../../activities/print/providers/printed-report.ts'),
    import('../../store/index.ts'),
    import('../report/print-run-lines.ts'),
  ]);
  const { campaignId } = partsOfPrintRunId(runId);
  const report = await readPrinterReport(await readReport(file), file);
  const { client, store, close } = await openCampaigns(process.env);
  try {
    await reconcilePrintRun({ client, store }, { runId, report });
    const runs = await listPrintRuns(store, campaignId);
    process.stdout.write(`${printRunLines(runs.filter(({ id }) => id === runId)).join('\n')}\n`);
  } finally {
    await close();
  }
}

async function readReport(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Error(`Expected a printer's report as a CSV file at ${file}, got ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none there' : (error as Error).message}.`);
  }
}
