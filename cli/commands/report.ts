import { Option, type Command } from 'commander';
import type { ReportCommandOptions } from '../report/write-report.ts';

/** `parcours report <campaign>`: what a campaign did and what came of it, while it runs and after. */
export function register(program: Command): void {
  program
    .command('report')
    .description('report what a campaign did and what came of it: the path, answers by day, spending, lift, variants, attribution; on the terminal, or as files')
    .argument('<campaign>', 'such as spring-2027')
    .option('--html <file>', 'one page with all charts; nothing is loaded from anywhere')
    .option('--pdf <file>', 'the same on A4; needs Chromium or Chrome')
    .option('--csv <folder>', 'the data of every chart, a file each')
    .option('--json <file>', 'the data of every chart in one file')
    .addOption(new Option('--language <language>', 'of terminal, page and PDF').choices(['en', 'fr']).default('en'))
    .option('--segment <fact>', 'a fact by whose values to tell people apart, such as energy')
    .action(async (campaign: string, options: ReportCommandOptions) => {
      // Loaded here, so that `parcours --help` need not wait for the charts.
      const { writeReport } = await import('../report/write-report.ts');
      await writeReport(campaign, options);
    });
}
