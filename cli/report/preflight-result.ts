import picocolors from 'picocolors';
import type { Finding, PreflightReport, Severity } from '../../activities/print/preflight/index.ts';
import { count, plural } from './figures.ts';
import { wrapped, type Colours } from './panel.ts';
import type { Look } from './terminal.ts';

/** What was found in a file, as text: errors first, each with its pages, its place and what to do. A pure function. */
export function renderPreflight(report: PreflightReport & { readonly file: string }, { columns, colours }: Look): string {
  const c = picocolors.createColors(colours);
  const width = Math.min(110, Math.max(60, columns));
  const blocks = report.findings.flatMap((finding, index, all) => {
    // What to do about several of a kind is said once, under the last.
    const last = all[index + 1]?.code !== finding.code;
    return [...block(finding, { width, c, pages: report.pages }), ...(last ? [...todo(finding.advice, { width, c }), ''] : [])];
  });
  const untold = Object.entries(report.untold).map(([code, more]) => c.dim(`  and ${count(more)} more of ${code}`));
  return [...heading(report, c), '', ...blocks, ...(untold.length > 0 ? [...untold, ''] : []), ...sum(report, { width, c })].join('\n');
}

function heading({ file, pages, trim, format, version, claims, output }: PreflightReport & { readonly file: string }, c: Colours): string[] {
  const size = trim ? ` ${c.dim('·')} ${trim.width} × ${trim.height} mm` : '';
  const profile = output?.profile ? `, profile ${output.profile}` : ', profile not in the file';
  const about = [
    ...(version ? [`PDF ${version}`] : []),
    ...(claims ? [`says that it is ${claims}`] : []),
    ...(output ? [`colours for ${output.identifier || 'an unnamed condition'}${profile}`] : []),
  ];
  return [`${c.bold(file)} ${c.dim('·')} ${plural(pages, 'page')}${size}${format ? ` ${c.dim(`· as ${format}`)}` : ''}`, ...(about.length > 0 ? [c.dim(about.join(' · '))] : [])];
}

const SIGNS: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', note: '·' };

function todo(advice: string, { width, c }: { width: number; c: Colours }): string[] {
  return wrapped(advice, width - 6).map((line, index) => `    ${c.dim(index === 0 ? '→' : ' ')} ${line}`);
}

function block({ code, severity, message, pages, place, times }: Finding, { width, c, pages: all }: { width: number; c: Colours; pages: number }): string[] {
  const paint: Readonly<Record<Severity, (text: string) => string>> = { error: c.red, warning: c.yellow, note: c.cyan };
  const where = [
    ...(place ? [`${place.width} × ${place.height} mm, at ${place.x} mm from the left and ${place.y} mm from the upper edge${pages[0] && all > 1 ? ` of page ${pages[0][0]}` : ''}`] : []),
    ...(times > 1 && place ? [`${count(times)} times`] : []),
  ];
  return [
    `  ${paint[severity](SIGNS[severity])} ${c.bold(code)}${pages.length > 0 && all > 1 ? c.dim(`  ${pageWords(pages, all)}`) : ''}`,
    ...wrapped(message, width - 4).map((line) => `    ${line}`),
    ...(where.length > 0 ? wrapped(where.join('; '), width - 4).map((line) => `    ${c.dim(line)}`) : []),
  ];
}

/** `page 3`, `pages 1–8`, `every page`. */
function pageWords(ranges: Finding['pages'], all: number): string {
  const [first] = ranges;
  if (ranges.length === 1 && first?.[0] === 1 && first[1] === all) return 'every page';
  const shown = ranges.slice(0, 8).map(([from, to]) => (from === to ? count(from) : `${count(from)}–${count(to)}`));
  const single = ranges.length === 1 && first?.[0] === first?.[1];
  return `${single ? 'page' : 'pages'} ${shown.join(', ')}${ranges.length > 8 ? ', …' : ''}`;
}

function sum({ counts, pages, pagesFollowed, inkLimit }: PreflightReport, { width, c }: { width: number; c: Colours }): string[] {
  const parts = [[counts.error, 'error'], [counts.warning, 'warning'], [counts.note, 'note']] as const;
  const words = parts.filter(([times]) => times > 0).map(([times, word]) => plural(times, word)).join(', ');
  const verdict = counts.error > 0 ? `${c.red('✗')} ${c.bold(words)}` : counts.warning > 0 ? `${c.yellow('!')} ${c.bold(`No errors; ${words}`)}` : `${c.green('✓')} ${c.bold('Nothing that a printer would call about')}${words ? c.dim(` · ${words}`) : ''}`;
  const looked = pages === 0 ? 'No page was looked at.' : `Looked at the boxes of ${plural(pages, 'page')} and at what is drawn on ${pagesFollowed === pages ? 'all of them' : plural(pagesFollowed, 'page')}, ink up to ${inkLimit} %.`;
  return [verdict, ...wrapped(`${looked} This certifies nothing: PDF/X asks for more than is checked here, see docs/preflight.md.`, width).map((line) => c.dim(line))];
}
