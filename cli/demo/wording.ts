import { dirname, relative } from 'node:path';
import picocolors from 'picocolors';
import { count, innerWidth, padded, panel, plural, renderReport, wrapped, type Colours, type Look } from '../report/index.ts';
import type { Stack } from '../stack/index.ts';
import type { Audience } from './audience.ts';
import type { CrowdReport } from './crowd/index.ts';
import type { DemoResult } from './demo.ts';

/** What the import did, with each row that it refused. */
export function renderImport({ imported, rejected, people }: Audience, { columns, colours }: Look): string {
  const c = picocolors.createColors(colours);
  const rows = rejected.flatMap(({ line, reason }) => wrapped(reason, Math.min(120, columns) - 12).map((text, index) => `  ${c.yellow(padded(index === 0 ? `line ${line}` : '', 9))} ${text}`));
  const fewer = people.length < imported ? `, ${count(people.length)} of them in the audience` : '';
  const head = `Imported ${plural(imported, 'prospect')} of scenarios/boiler-renewal/prospects.csv${fewer}; ${plural(rejected.length, 'row')} refused${rows.length > 0 ? ':' : '.'}`;
  return `${[...wrapped(head, Math.min(120, columns)), ...rows].join('\n')}\n`;
}

/** Where to look on while the campaign runs, and how to get in. */
export function renderDashboard({ addresses, operator }: Pick<Stack, 'addresses' | 'operator'>, { colours }: Look): string {
  if (!addresses.dashboard || !operator) return '';
  const c = picocolors.createColors(colours);
  return `Watch it live: ${c.cyan(`${addresses.dashboard}/sign-in?name=${operator.name}`)}, password ${c.bold(operator.password)}\n`;
}

/** A print run's. */
interface PrintedFiles {
  readonly pdf: string | null;
  readonly manifest: string | null;
}

export interface EndOptions extends DemoResult, Look {
  readonly stack: Pick<Stack, 'addresses' | 'operator'>;
  /** The campaign's PDFs and manifests. */
  readonly files: readonly PrintedFiles[];
  /** Whether everything stays up. */
  readonly keep: boolean;
}

/** All that is shown in the end: the report, what the crowd did, where to look. */
export function renderEnd({ report, crowd, whole, stack, files, keep, columns, colours }: EndOptions): string {
  const c = picocolors.createColors(colours);
  const width = Math.min(120, Math.max(64, columns));
  const draw = (title: string, lines: string[]): string[] => panel({ title: c.bold(title), lines, width, frame: c.dim });
  const { addresses } = stack;
  const row = (name: string, text: string): string => `${c.dim(padded(name, 12))} ${text}`;
  const [first] = files;
  const printed = first
    ? [
        row('PDF', pathOf(first.pdf ?? '')),
        row('manifest', pathOf(first.manifest ?? '')),
        ...(files.length > 1 ? [row('in all', `${plural(files.length, 'print run')} in ${pathOf(dirname(dirname(first.pdf ?? '')))}/`)] : []),
      ]
    : [];
  const places = [
    ...(addresses.dashboard ? [row('dashboard', `${c.cyan(addresses.dashboard)}  ${stack.operator ? `${stack.operator.name}, ${stack.operator.password}` : ''}`)] : []),
    ...(addresses.temporalUi ? [row('Temporal UI', c.cyan(addresses.temporalUi))] : []),
    row('mailbox', c.cyan(addresses.sandbox)),
    row('tracker', c.cyan(addresses.tracker)),
    '',
    keep ? `Everything stays up. ${c.bold('Ctrl-C')} stops it.` : c.dim('These are down now; npm run demo -- --keep leaves them up to look at.'),
  ];
  const lines = [
    '',
    renderReport(report, { columns, colours }),
    ...draw('The crowd', crowdLines(crowd, innerWidth(width), c)),
    ...draw('Where to look', [...printed, ...places]),
    ...(whole ? [] : wrapped(unfinished(report.running, crowd), width).map(c.red)),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function crowdLines({ acts, pieces, readFromPixels, mails, failures }: CrowdReport, width: number, c: Colours): string[] {
  const did = [
    ['got', `${plural(pieces, 'mailpiece')} (${plural(readFromPixels, 'QR code')} read off rendered pages) and ${plural(mails, 'mail')}`],
    ['did', `${count(acts.scans)} scanned, ${count(acts.types)} typed the address, ${count(acts.answers)} filled in the form, ${count(acts.clicks)} followed a mail, ${count(acts.accepts)} the invitation`],
    ['then', `${count(acts.buys)} bought, ${count(acts.redeems)} redeemed, ${count(acts.unsubscribes)} unsubscribed, ${plural(acts['comes back'], 'card')} came back`],
    ['machines', `followed the links of ${plural(acts['is checked'], 'mail')} and of ${plural(acts['is previewed'], 'card')}`],
  ] as const;
  const failed = [...failures].map(([reason, times]) => c.red(`${count(times)} × ${reason}`.slice(0, width)));
  return [
    ...did.flatMap(([name, text]) => wrapped(text, width - 10).map((line, index) => `${c.dim(padded(index === 0 ? name : '', 9))} ${line}`)),
    ...(failed.length > 0 ? ['', ...failed] : [c.dim('No act failed.')]),
  ];
}

/** From here if it lies below, else in full. */
function pathOf(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}

function unfinished(running: number, { failures }: CrowdReport): string {
  const problems = [...(running > 0 ? [`${plural(running, 'journey')} still under way`] : []), ...(failures.size > 0 ? ['acts of the crowd failed'] : [])];
  return `Expected every journey to end and every act to succeed, got ${problems.join(' and ')}. The logs are in the folder logs beside the prints.`;
}
