import type { Area, DesignPage, DesignSource, Drawing, Field } from '../../../scenarios/content/index.ts';
import { FORMATS, safeBox, type MailpieceFormat } from '../formats/index.ts';
import type { Box } from '../shapes.ts';

/** Points under which print is not read. */
const SMALLEST = 4.5;
/** A hundredth of a millimetre is rounding. */
const ROUNDING = 0.01;

/**
 * What is wrong with a design before it is filled, in words with millimetres: fields and words outside the safe area, in a zone that the post keeps, codes on a
 * fold, pictures that end between trim and bleed, a missing address, too many pages. Backgrounds are checked when they are opened.
 *
 * @example designProblems(LETTER) // []
 */
export function designProblems(design: DesignSource): string[] {
  const format = FORMATS[design.format];
  const { least, most } = format.pages;
  const count = design.pages.length;
  const problems: string[] = [];
  if (count < least || count > most) problems.push(`Expected ${least === most ? least : `${least} to ${most}`} pages for ${design.format}, got ${count}.`);
  design.pages.forEach((page, index) => problems.push(...pageProblems(page, { format, number: index + 1, where: `page ${index + 1}` })));
  if (design.continuation) problems.push(...pageProblems(design.continuation, { format, number: 0, where: 'continuation' }));
  return [...problems, ...addressProblems(design, format), ...flowProblems(design)];
}

interface Where {
  readonly format: MailpieceFormat;
  /** 0 for the continuation, which has no zones. */
  readonly number: number;
  readonly where: string;
}

function pageProblems({ drawn = [], fields = {} }: DesignPage, at: Where): string[] {
  return [...Object.entries(fields).flatMap(([name, field]) => fieldProblems(name, field, at)), ...drawn.flatMap((drawing, index) => drawingProblems(`${at.where}: drawn[${index}]`, drawing, at))];
}

function fieldProblems(name: string, field: Field, at: Where): string[] {
  const label = `${at.where}: ${name}`;
  if (field.kind === 'address') return [];
  if (field.kind === 'image') return [...pictureProblems(label, field, at), ...zoneProblems(label, field, at)];
  const area = field.kind === 'qr' ? { ...field, width: field.size, height: field.size } : field;
  const size = 'least' in field || 'size' in field ? sizeProblems(label, field) : [];
  const isCode = field.kind === 'qr' || field.kind === 'voucher';
  const { qrSize = 0, name: format } = at.format;
  const small = field.kind === 'qr' && field.size < qrSize - ROUNDING ? [`Expected ${label}, a QR code, to be ${mm(qrSize)} wide at least on ${format}, got ${mm(field.size)}.`] : [];
  return [...size, ...small, ...safeProblems(label, area, at), ...zoneProblems(label, area, at), ...(isCode ? foldProblems(label, area, at) : [])];
}

function drawingProblems(label: string, drawing: Drawing, at: Where): string[] {
  switch (drawing.shape) {
    case 'words':
      return [...sizeProblems(label, drawing), ...safeProblems(label, drawing, at), ...zoneProblems(label, drawing, at)];
    case 'picture':
      return [...pictureProblems(label, drawing, at), ...zoneProblems(label, drawing, at)];
    case 'rectangle':
      return pictureProblems(label, drawing, at);
    case 'clipped':
      return drawing.drawn.flatMap((inner, index) => (inner.shape === 'words' ? drawingProblems(`${label}.drawn[${index}]`, inner, at) : []));
    case 'paid-mark':
      return at.format.kept.some(({ name, page }) => name === 'franking zone' && page === at.number) ? [] : [`Expected ${label}, the mark of paid postage, on a page with a franking zone, got a page of ${at.format.name} without one.`];
    case 'circle':
    case 'path':
      return [];
  }
}

function sizeProblems(label: string, { size, least = size }: { readonly size?: number; readonly least?: number }): string[] {
  if (size === undefined || least === undefined) return [];
  if (least > size) return [`Expected the smallest size of ${label} to be ${size} pt at most, its size, got ${least} pt.`];
  return least < SMALLEST ? [`Expected ${label} to be ${SMALLEST} pt or larger, got ${least} pt.`] : [];
}

/** Text and codes stay away from the knife. */
function safeProblems(label: string, area: Area, { format }: Where): string[] {
  const safe = safeBox(format);
  const over = Math.max(safe.x - area.x, safe.y - area.y, area.x + area.width - safe.x - safe.width, area.y + area.height - safe.y - safe.height);
  return over > ROUNDING ? [`Expected ${label} to stay ${mm(format.safe)} inside the trim (${mm(format.sheet.width)} × ${mm(format.sheet.height)}), got ${mm(over)} outside that.`] : [];
}

/** What goes over the trim must reach the bleed's edge, or the knife leaves a white line. */
function pictureProblems(label: string, { x, y, width, height }: Area, { format: { sheet } }: Where): string[] {
  const reaches = [-x, -y, x + width - sheet.width, y + height - sheet.height];
  const short = reaches.find((reach) => reach > ROUNDING && reach < sheet.bleed - ROUNDING);
  return short === undefined ? [] : [`Expected ${label} to reach ${mm(sheet.bleed)} over the trim where it goes over it, got ${mm(short)}.`];
}

function zoneProblems(label: string, area: Area, { format, number }: Where): string[] {
  const { address, addressPage } = format;
  if (number === addressPage && address.above && isIn(area, address.above)) return [];
  const zones = [...format.kept.filter(({ page }) => page === number), ...(number === addressPage && address.by === 'us' ? [{ name: 'address', box: address.box }] : [])];
  return zones.flatMap(({ name, box }) => {
    const [across, down] = overlap(area, box);
    return across > ROUNDING && down > ROUNDING ? [`Expected ${label} to leave the ${name} free (${mm(box.width)} × ${mm(box.height)} at ${mm(box.x)}, ${mm(box.y)}), got ${mm(across)} × ${mm(down)} in it.`] : [];
  });
}

function foldProblems(label: string, { y, height }: Area, { format: { folds } }: Where): string[] {
  return folds.filter((fold) => y < fold + 2 && y + height > fold - 2).map((fold) => `Expected ${label}, a code, to be 2 mm away from the fold at ${mm(fold)}, got ${mm(y)} to ${mm(y + height)}.`);
}

function addressProblems({ pages }: DesignSource, { name, address, addressPage }: MailpieceFormat): string[] {
  const found = pages.flatMap(({ fields = {} }, index) => Object.values(fields).flatMap(({ kind }) => (kind === 'address' ? [index + 1] : [])));
  if (address.by === 'provider') return found.length > 0 ? [`Expected no address field for ${name}, whose printer sets the address, got ${found.length}.`] : [];
  return found.length === 1 && found[0] === addressPage ? [] : [`Expected one address field on page ${addressPage} of ${name}, got ${found.length === 0 ? 'none' : `some on page ${found.join(' and ')}`}.`];
}

/** One text may go on on further pages, and these must have room for it. */
function flowProblems({ format, pages, continuation }: DesignSource): string[] {
  const flowing = pages.flatMap(({ fields = {} }) => Object.entries(fields).flatMap(([name, field]) => (field.kind === 'paragraphs' && field.overflow === 'next-page' ? [name] : [])));
  const [name] = flowing;
  if (name === undefined) return [];
  if (flowing.length > 1) return [`Expected one field that goes on on the next page, got ${flowing.join(' and ')}.`];
  if (FORMATS[format].kind !== 'letter') return [`Expected ${name} to go on on the next page of a letter, got ${format}.`];
  const next = continuation?.fields?.[name];
  const first = pages.map(({ fields }) => fields?.[name]).find((field) => field !== undefined);
  if (next?.kind === 'paragraphs' && first?.kind === 'paragraphs') {
    const isSame = next.width === first.width && next.size === first.size && (next.face ?? 'regular') === (first.face ?? 'regular');
    return isSame ? [] : [`Expected ${name} to have the width, size and face of its first page (${mm(first.width)}, ${first.size} pt) on the continuation page, got ${mm(next.width)}, ${next.size} pt.`];
  }
  return [`Expected a continuation page with a paragraphs field ${name}, where its text goes on, got none.`];
}

function overlap(left: Area, right: Box): [across: number, down: number] {
  return [
    Math.min(left.x + left.width, right.x + right.width) - Math.max(left.x, right.x),
    Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y),
  ];
}

function isIn(inner: Area, outer: Box): boolean {
  return inner.x >= outer.x - ROUNDING && inner.y >= outer.y - ROUNDING && inner.x + inner.width <= outer.x + outer.width + ROUNDING && inner.y + inner.height <= outer.y + outer.height + ROUNDING;
}

const mm = (value: number): string => `${Number(value.toFixed(1))} mm`;
