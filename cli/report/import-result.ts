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
export function renderImport({ imported, added, rejected, unprintable }: ImportResult, { title, columns, colours }: Look & { title: string }): string {
  const c = picocolors.createColors(colours);
  const figure = (value: number): string => padded(count(value), 7, 'before');
  const lines = [`${c.bold(title)}`, ''];
  const known = imported - added;
  const news = imported === 0 ? '' : known === 0 ? ', all new' : added === 0 ? ', all known before' : `, ${count(added)} new, ${count(known)} known before`;
  lines.push(`${imported > 0 ? c.green(figure(imported)) : figure(imported)} ${imported === 1 ? 'prospect' : 'prospects'} imported${c.dim(news)}`);
  if (unprintable.length > 0) lines.push(`${c.yellow(figure(unprintable.length))} of them not by post: the address can't be printed`);
  if (rejected.length > 0) lines.push(`${c.yellow(figure(rejected.length))} ${rejected.length === 1 ? 'row' : 'rows'} rejected`);
  const list = (what: string, rows: readonly { line: number; text: string }[]): void => {
    if (rows.length > 0) lines.push('', `   ${c.bold(what)}`);
    for (const { line, text } of rows) {
      const [first = '', ...more] = columns === Infinity ? [text] : wrapped(text, Math.max(40, columns - 20));
      lines.push(`   ${c.dim('line')} ${padded(count(line), 7, 'before')}   ${first}`, ...more.map((rest) => `${' '.repeat(18)}${rest}`));
    }
  };
  list('Rejected', rejected.map(({ line, reason }) => ({ line, text: reason })));
  list('Not by post', unprintable.map(({ line, reason, message }) => ({ line, text: `${c.yellow(`${reason}:`)} ${message}` })));
  return lines.join('\n');
}
