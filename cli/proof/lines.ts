import { relative } from 'node:path';
import picocolors from 'picocolors';
import { printedAddress } from '../../activities/print/purl.ts';
import { padded, panel, plural, wrapped, innerWidth, type Colours, type Look } from '../report/index.ts';
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
    ...unprintable.flatMap(({ message, error }) => draw(`${c.red('✗')} ${message} ${c.red('can’t be printed')}`, (inner) => [...wrapped(`${error.field}: ${error.message}`, inner)])),
    ` ${plural(shown.length, 'piece')}, ${plural(pages, 'page')} in ${seconds.toFixed(1)} s ${c.dim('·')} addresses begin with ${publicUrl}; ${c.dim('SAMPLE keys lead nowhere')}`,
    ` ${c.bold(here(saved.pdf))}`,
    '',
  ].join('\n');
}

function personLines({ known: { facts, given, drawn }, address }: Proof, width: number, c: Colours): string[] {
  const told = (names: readonly string[]) => names.map((name) => `${name} ${String(facts[name])}`).join(', ');
  const { title, firstName, lastName, addressLine, addressComplement, postcode, city } = address;
  const rows: [string, string][] = [
    ['to', [[title, firstName, lastName].filter(Boolean).join(' '), addressComplement, addressLine, `${postcode} ${city}`].filter(Boolean).join(', ')],
    ...(given.length > 0 ? [['given', told(given)] satisfies [string, string]] : []),
    ...(drawn.length > 0 ? [['drawn', `${told(drawn)} (the first person of population.ts)`] satisfies [string, string]] : []),
  ];
  return rows.flatMap(([name, text]) => row(name, text, width, c));
}

function pieceLines({ piece, reached, format, pages, previews, code }: ShownPiece, pictures: readonly string[], width: number, c: Colours): string[] {
  const { width: across, height: down } = previews[0]!;
  const rows: [string, string][] = [
    ['when', reached ? `who ${reached.way}, day ${reached.day}` : 'on no way of this person: shown with its sample props'],
    ...(piece.variant === null ? [] : [['variant', piece.variant] satisfies [string, string]]),
    ['paper', `${format}, ${across.toFixed(0)} × ${down.toFixed(0)} mm, ${plural(pages.length, 'page')} (${pages.join(', ')}), ${piece.paper}, ${piece.postageClass}`],
    ['QR code', code ? `version ${code.version}, ${(code.module * (17 + 4 * code.version)).toFixed(1)} mm, modules of ${code.module.toFixed(2)} mm; read: ${code.text}` : c.yellow('none could be read from the pixels')],
    ['PURL', printedAddress(piece.purlUrl)],
    ['pictures', pictures.map(here).join(' ')],
  ];
  return rows.flatMap(([name, text]) => row(name, text, width, c));
}

function row(name: string, text: string, width: number, c: Colours): string[] {
  return wrapped(text, width - 10).map((line, index) => `${c.dim(padded(index === 0 ? name : '', 9))} ${line}`);
}

/** As one would type it from here. */
function here(path: string): string {
  const short = relative('', path);
  return short.startsWith('..') ? path : short;
}
