import { type Command } from 'commander';
import { moveJourneys } from '../../client/index.ts';
import { withStore } from '../journeys/connected.ts';
import { renderMoved } from '../report/moved-result.ts';

/** `parcours move <campaign> --to <version>`: moves a campaign's journeys that are under way to another version. */
export function register(program: Command): void {
  program
    .command('move')
    .description('move the journeys of a campaign that are under way to another version of its scenario')
    .argument('<campaign>')
    .requiredOption('--to <version>', 'the version', Number)
    .option('--dry-run', 'say who would get what, and move nobody')
    .action(move);
}

async function move(campaignId: string, { to: version, dryRun = false }: { to: number; dryRun?: boolean }): Promise<void> {
  const onProgress = (done: number, of: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} journeys${done === of ? '\n' : ''}`);
  };
  const moved = await withStore((parts) => moveJourneys(parts, { campaignId, version, dryRun, onProgress }));
  process.stdout.write(`${renderMoved(moved, { campaignId, version, dryRun, colours: process.stdout.isTTY === true })}\n`);
}
