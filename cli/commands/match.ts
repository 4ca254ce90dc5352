import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';

/** `parcours match <file.csv>`: a shop's purchases and vouchers to the journeys of a campaign. */
export function register(program: Command): void {
  program
    .command('match')
    .description(
      'Matches purchases, redeemed vouchers and refunds of a CSV file to the journeys of a campaign, held-out people among them. Columns: order, date, amount, currency, and of prospect, voucher, email, first_name, last_name, address_line, postcode those that tell who bought; an amount below zero is a refund. Nothing of who the people are is kept.',
    )
    .argument('<file.csv>', 'UTF-8, separated by commas, semicolons or tabs; the first line names the columns')
    .requiredOption('--campaign <id>', 'the campaign, such as spring-2027')
    .action(async (file: string, { campaign }: { campaign: string }) => {
      const [{ withStore }, { matchPurchases }, { renderMatch }] = await Promise.all([import('../campaign/index.ts'), import('../../client/match/match-purchases.ts'), import('../report/match-result.ts')]);
      const result = await withStore((store) => matchPurchases(store, { campaignId: campaign, csv: createReadStream(file), source: `import:${basename(file)}` })).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Error(`Expected a CSV file at ${file}, got none there.`, { cause: error });
        throw error;
      });
      process.stdout.write(`${renderMatch(result, { title: `${basename(file)} for ${campaign}` })}\n`);
      if (result.matched.length === 0 && result.known === 0 && result.refunds === 0) process.exitCode = 1;
    });
}
