import picocolors from 'picocolors';
import type { Checked, Finding } from '../check/index.ts';
import { plural } from './figures.ts';
import { padded, wrapped, type Colours } from './panel.ts';
import type { Look } from './terminal.ts';

/**
 * What a check found, as text: each finding with its place, the line of code, what to do, and the rule's page. A pure function.
 *
 * @param lineOf a file's line, without its end; undefined when there is none
 */
export function renderCheck(checked: Checked, { columns, colours, lineOf }: Look & { lineOf: (file: string, line: number) => string | undefined }): string {
  const { findings, scenarios, versions } = checked;
  const c = picocolors.createColors(colours);
  const width = Math.min(110, Math.max(60, columns === Infinity ? 110 : columns));
  const looked = `${plural(scenarios.length, 'scenario')}, ${plural(versions, 'version')}`;
  const files = [...new Set(findings.map(({ file }) => file))];
  const blocks = files.flatMap((file) => [c.bold(file), '', ...findings.filter((finding) => finding.file === file).flatMap((finding) => [...block(finding, { width, c, code: lineOf(file, finding.line) }), ''])]);
  const sum =
    findings.length === 0
      ? `${c.green('✓')} ${c.bold('Nothing to say against')} ${scenarios.join(', ')}${c.dim(` · ${looked}`)}`
      : `${c.red('✗')} ${c.bold(`${plural(findings.length, 'finding')} in ${plural(files.length, 'file')}`)}${c.dim(` · ${looked} checked`)}`;
  return [...blocks, sum].join('\n');
}

function block({ line, column, length, rule, message, page }: Finding, { width, c, code }: { width: number; c: Colours; code: string | undefined }): string[] {
  const place = `${line}:${column}`;
  const gutter = Math.max(4, String(line).length);
  const cut = code === undefined ? [] : excerpt({ code, column, length, room: width - gutter - 6 });
  const quoted = cut.map((text, i) => `  ${c.dim(`${padded(i === 0 ? String(line) : '', gutter, 'before')} │`)} ${i === 0 ? text : c.red(text)}`);
  return [
    `  ${c.red('✗')} ${c.bold(rule)} ${c.dim(place)}`,
    ...quoted,
    ...wrapped(message, width - 4).map((text) => `    ${text}`),
    `    ${c.dim('→')} ${c.cyan(page)}`,
  ];
}

/** The part of a line that is meant, and a mark under it. */
function excerpt({ code, column, length, room }: { code: string; column: number; length: number; room: number }): [string, string] {
  const indent = code.length - code.trimStart().length;
  const from = column - 1 - indent + length <= room ? indent : Math.max(indent, column - 1 - Math.floor(room / 3));
  const before = from > indent ? '…' : '';
  const after = code.length - from > room ? '…' : '';
  const shown = before + code.slice(from + before.length, from + room - after.length).trimEnd() + after;
  const start = Math.max(0, column - 1 - from);
  return [shown, ' '.repeat(start) + '^'.repeat(Math.max(1, Math.min(length, shown.length - start)))];
}
