import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { migrate } from '../../store/index.ts';
import { withStore } from '../campaign/connect.ts';
import { reportPage } from './html/report-page.ts';
import { printPage } from './print-page.ts';
import { gatherReport } from './report-data.ts';
import { reportTables, TABLE_COLUMNS } from './report-tables.ts';
import { renderReport } from './terminal.ts';

export interface ReportCommandOptions {
  readonly html?: string;
  readonly pdf?: string;
  readonly csv?: string;
  readonly json?: string;
  readonly language: 'en' | 'fr';
  readonly segment?: string;
}

/**
 * Writes a campaign's report to the files that are asked for, else to the terminal.
 *
 * @throws Error when there is no such campaign, no database, or for a PDF no Chromium.
 */
export async function writeReport(campaign: string, { html, pdf, csv, json, language, segment }: ReportCommandOptions): Promise<void> {
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
    const page = reportPage(data, language);
    if (html !== undefined) write(html, page);
    if (pdf !== undefined) write(pdf, await printPage(page, { title: campaign }));
  }
  if (csv !== undefined) {
    mkdirSync(csv, { recursive: true });
    // A name that begins like a formula would be run by a spreadsheet.
    for (const [name, rows] of Object.entries(reportTables(data))) write(join(csv, `${name}.csv`), stringify([...rows], { header: true, escape_formulas: true, columns: [...TABLE_COLUMNS[name]!] }));
  }
  if (json !== undefined) write(json, `${JSON.stringify({ campaign: data.figures.campaign, ...reportTables(data) }, null, 2)}\n`);
  if (written.length > 0) return void process.stdout.write(`${written.join('\n')}\n`);
  process.stdout.write(`${renderReport(data.report, { columns: process.stdout.columns ?? 100, colours: process.stdout.isTTY === true, language })}\n`);
}
