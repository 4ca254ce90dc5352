import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';

export interface ReportCommandOptions {
  readonly html?: string;
  readonly pdf?: string;
  readonly csv?: string;
  readonly json?: string;
  readonly language: 'en' | 'fr';
  readonly segment?: string;
}

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
    .action(report);
}

async function report(campaign: string, { html, pdf, csv, json, language, segment }: ReportCommandOptions): Promise<void> {
  const [{ withStore }, { gatherReport }, { reportTables, TABLE_COLUMNS }, { migrate }] = await Promise.all([import('../campaign/index.ts'), import('../report/report-data.ts'), import('../report/report-tables.ts'), import('../../store/index.ts')]);
  const data = await withStore(async (store) => {
    await migrate(store, process.env['DATABASE_SCHEMA'] ?? 'public');
    return gatherReport(store, campaign, segment === undefined ? {} : { segment });
  });
  const written: string[] = [];
  const write = (file: string, content: string | Buffer): void => {
    writeFileSync(file, content);
    written.push(file);
  };
  if (html !== undefined || pdf !== undefined) {
    const { reportPage } = await import('../report/html/report-page.ts');
    const page = reportPage(data, language);
    if (html !== undefined) write(html, page);
    if (pdf !== undefined) write(pdf, await (await import('../report/print-page.ts')).printPage(page, { title: campaign }));
  }
  if (csv !== undefined) {
    const { stringify } = await import('csv-stringify/sync');
    mkdirSync(csv, { recursive: true });
    // A name that begins like a formula would be run by a spreadsheet.
    for (const [name, rows] of Object.entries(reportTables(data))) write(join(csv, `${name}.csv`), stringify([...rows], { header: true, escape_formulas: true, columns: [...TABLE_COLUMNS[name]!] }));
  }
  if (json !== undefined) write(json, `${JSON.stringify({ campaign: data.figures.campaign, ...reportTables(data) }, null, 2)}\n`);
  if (written.length > 0) return void process.stdout.write(`${written.join('\n')}\n`);
  const { renderReport } = await import('../report/index.ts');
  process.stdout.write(`${renderReport(data.report, { columns: process.stdout.columns ?? 100, colours: process.stdout.isTTY === true, language })}\n`);
}
