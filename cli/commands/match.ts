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
      const { matchFile } = await import('../campaign/match-file.ts');
      const { result, shown } = await matchFile(file, campaign);
      process.stdout.write(shown);
      if (result.matched.length === 0 && result.known === 0 && result.refunds === 0) process.exitCode = 1;
    });
}
