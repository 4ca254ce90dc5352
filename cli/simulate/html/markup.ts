import { markup as escaped } from '../../../dashboard/charts/drawing.ts';

export { escaped };

/** A figure that is to be seen first. */
export function figure(value: string, name: string): string {
  return `<div class="figure"><b>${escaped(value)}</b><span>${escaped(name)}</span></div>`;
}

/** A card; `body` is markup. */
export function section({ title, remark, body, wide = false }: { title: string; remark?: string; body: string; wide?: boolean }): string {
  return `<section${wide ? ' class="wide"' : ''}>\n<h2>${escaped(title)}</h2>\n${remark === undefined ? '' : `<p>${escaped(remark)}</p>\n`}${body}\n</section>`;
}

/** Rows of markup cells under a head of texts. */
export function table(head: readonly string[], rows: readonly { readonly cells: readonly string[]; readonly kind?: string }[]): string {
  const lines = rows.map(({ cells, kind }) => `<tr${kind === undefined ? '' : ` class="${kind}"`}>${cells.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`);
  return `<table>\n<thead><tr>${head.map((name) => `<th>${escaped(name)}</th>`).join('')}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`;
}

/** A bar of a share, 0 to 1, in a cell. */
export function barCell(share: number, kind: string): string {
  return `<td class="bar"><i class="${kind}" style="width:${(Math.min(1, share) * 100).toFixed(2)}%"></i></td>`;
}
