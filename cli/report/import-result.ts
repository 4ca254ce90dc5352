import picocolors from 'picocolors';
import type { ImportResult } from '../../client/import-prospects.ts';
import { count } from './figures.ts';
import { padded, wrapped } from './panel.ts';
import type { Look } from './terminal.ts';

/**
 * What an import did, as text: a pure function. Reasons are wrapped to the terminal's width; pass `columns: Infinity` for one line a row.
 *
 * @example console.log(renderImport(result, { title: 'prospects.csv', columns: 80, colours: true }))
 */
export function renderImport({ imported, added, rejected }: ImportResult, { title, columns, colours }: Look & { title: string }): string {
  const c = picocolors.createColors(colours);
  const figure = (value: number): string => padded(count(value), 7, 'before');
  const lines = [`${c.bold(title)}`, ''];
  const known = imported - added;
  const news = imported === 0 ? '' : known === 0 ? ', all new' : added === 0 ? ', all known before' : `, ${count(added)} new, ${count(known)} known before`;
  lines.push(`${imported > 0 ? c.green(figure(imported)) : figure(imported)} ${imported === 1 ? 'prospect' : 'prospects'} imported${c.dim(news)}`);
  if (rejected.length > 0) lines.push(`${c.yellow(figure(rejected.length))} ${rejected.length === 1 ? 'row' : 'rows'} rejected`, '');
  for (const { line, reason } of rejected) {
    const [first = '', ...more] = columns === Infinity ? [reason] : wrapped(reason, Math.max(40, columns - 20));
    lines.push(`   ${c.dim('line')} ${padded(count(line), 7, 'before')}   ${first}`, ...more.map((text) => `${' '.repeat(18)}${text}`));
  }
  return lines.join('\n');
}
