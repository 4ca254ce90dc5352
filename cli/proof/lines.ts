import { join, relative } from 'node:path';
import picocolors from 'picocolors';
import { printedAddress } from '../../activities/print/purl.ts';
import { qrAdvice } from '../../activities/print/qr-advice.ts';
import { padded, panel, plural, wrapped, innerWidth, type Colours, type Look } from '../report/index.ts';
import type { SeenCode } from './preview.ts';
import type { Proof, ShownPiece } from './prove.ts';
import type { SavedProof } from './save.ts';

/** What a proof shows and where it lies, as text: a pure function. */
export function proofLines({ proof, saved, publicUrl, seconds }: { proof: Proof; saved: SavedProof; publicUrl: string; seconds: number }, { columns, colours }: Look): string {
  const c = picocolors.createColors(colours);
  const width = Math.min(120, Math.max(64, columns));
  const draw = (title: string, lines: (inner: number) => string[]) => panel({ title: c.bold(title), lines: lines(innerWidth(width)), width, frame: c.dim });
  const { shown, unprintable } = proof;
  const pages = shown.flatMap((piece) => piece.pages).length;
  return [
    ` ${c.bold(c.cyan(proof.workflowType))} ${c.dim('·')} proof`,
    ...draw('For whom', (inner) => personLines(proof, inner, c)),
    ...shown.flatMap((piece, index) => draw(`${index + 1} ${piece.message}`, (inner) => pieceLines(piece, saved.pictures[index]!, inner, c))),
    ...unprintable.flatMap(({ message, piece, error }) => draw(`${c.red('✗')} ${message}${piece.variant === null ? '' : ` ${piece.variant}`} ${c.red('can’t be printed')}`, (inner) => wrapped(error.message, inner))),
    ...wrapped(`${plural(shown.length, 'piece')}, ${plural(pages, 'page')} in ${seconds.toFixed(1)} s; addresses begin with ${publicUrl}, TESTCARD keys lead nowhere`, width - 2).map((line) => ` ${line}`),
    ...advice(publicUrl, width - 2).map((line) => ` ${c.yellow(line)}`),
    ...(saved.pdf === undefined ? [] : [` ${c.bold(here(join(saved.folder, saved.pdf)))} and its pictures beside it`]),
    '',
  ].join('\n');
}

/** A long public address makes every code finer: said here, before it is in print. */
function advice(publicUrl: string, width: number): string[] {
  const found = qrAdvice(publicUrl);
  return found ? wrapped(found.message, width) : [];
}

type Row = readonly [name: string, text: string];

function personLines({ known: { facts, given, drawn }, address }: Proof, width: number, c: Colours): string[] {
  const { title, firstName, lastName, addressLine, addressComplement, postcode, city } = address;
  const rows: Row[] = [['to', [[title, firstName, lastName].filter(Boolean).join(' '), addressComplement, addressLine, `${postcode} ${city}`].filter(Boolean).join(', ')]];
  if (given.length > 0) rows.push(['given', listed(facts, given)]);
  if (drawn.length > 0) rows.push(['drawn', `${listed(facts, drawn)} (the first person of population.ts)`]);
  return rows.flatMap((each) => row(each, width, c));
}

function pieceLines({ piece, props, reached, format, pages, look: { code } }: ShownPiece, pictures: readonly string[], width: number, c: Colours): string[] {
  const sizes = [...new Set(pages.map(({ width, height }) => `${width.toFixed(0)} × ${height.toFixed(0)} mm`))];
  const written = listed(props, Object.keys(props));
  const rows: Row[] = [
    ['when', reached ? `who ${reached.way}, day ${reached.day}` : 'on no way of this person: with its sample props'],
    ...(piece.variant === null ? [] : [['variant', piece.variant] satisfies Row]),
    ...(written === '' ? [] : [['props', written] satisfies Row]),
    ['paper', `${format}, ${sizes.join(' and ')}, ${piece.paper}, ${piece.postageClass}`],
    ['QR code', codeText(code, piece.qrUrl, c)],
    ['PURL', printedAddress(piece.purlUrl)],
    ['pages', `${pages.map(({ number }) => number).join(', ')}: ${pictures.join(' ')}`],
  ];
  return rows.flatMap((each) => row(each, width, c));
}

/** What was read; a code that leads elsewhere than it should is as bad as one that can't be read. */
function codeText(code: SeenCode | undefined, url: string, c: Colours): string {
  if (!code) return c.yellow(`none could be read from the pixels; expected ${url}`);
  const size = `version ${code.version}, ${(code.module * (17 + 4 * code.version)).toFixed(1)} mm, modules of ${code.module.toFixed(2)} mm`;
  return code.text === url ? `${size}: ${url}` : c.yellow(`${size}: holds ${code.text}, expected ${url}`);
}

function listed(values: object, names: readonly string[]): string {
  return names.map((name) => `${name} ${String((values as Record<string, unknown>)[name])}`).join(', ');
}

function row([name, text]: Row, width: number, c: Colours): string[] {
  return wrapped(text, width - 10).map((line, index) => `${c.dim(padded(index === 0 ? name : '', 9))} ${line}`);
}

/** As one would type it from here. */
function here(path: string): string {
  const short = relative('', path);
  return short.startsWith('..') ? path : short;
}
