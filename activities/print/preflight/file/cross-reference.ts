import { Trouble } from '../limits.ts';
import { ValueReader } from './value-reader.ts';
import { isDict, Keyword, PdfStream, type PdfDict, type PdfValue } from './values.ts';

/** Where an object is: in the file, or the n-th of an object stream. */
export type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** Which objects there are, and the trailer that says where to begin. */
export interface CrossReference {
  readonly places: Map<number, Place>;
  readonly trailer: PdfDict;
}

/** What reading a cross-reference needs of the file. */
export interface Source {
  readonly bytes: Buffer;
  objectAt(offset: number): { readonly number: number; readonly value: PdfValue } | undefined;
  unpacked(stream: PdfStream): Buffer;
}

/** Object numbers beyond are refused by other readers as well (ISO 32000-1, annex C). */
const LARGEST_NUMBER = 8_388_607;

/**
 * Follows the file's own cross-reference, tables and streams, from the newest to the oldest (ISO 32000-1, 7.5.4 and 7.5.8).
 *
 * @returns undefined when it is broken.
 */
export function followCrossReference(source: Source): CrossReference | undefined {
  const { bytes } = source;
  const places = new Map<number, Place>();
  let trailer: PdfDict | undefined;
  const mark = bytes.lastIndexOf('startxref');
  const first = mark < 0 ? undefined : new ValueReader(bytes, mark + 9).next();
  const waiting = [first];
  const seen = new Set<number>();
  while (waiting.length > 0) {
    const offset = waiting.shift();
    if (typeof offset !== 'number' || offset < 0 || offset >= bytes.length) return undefined;
    if (seen.has(offset)) continue;
    seen.add(offset);
    const section = sectionAt(source, offset);
    if (!section) return undefined;
    for (const [number, place] of section.places) if (!places.has(number)) places.set(number, place);
    trailer ??= section.trailer;
    for (const key of ['XRefStm', 'Prev']) if (typeof section.trailer.get(key) === 'number') waiting.push(section.trailer.get(key) as number);
  }
  return trailer?.has('Root') ? { places: withoutFree(places), trailer } : undefined;
}

const FREE: Place = { offset: -1 };

/** Free in a newer section means gone, whatever the older ones say. */
function withoutFree(places: Map<number, Place>): Map<number, Place> {
  for (const [number, place] of places) if (place === FREE) places.delete(number);
  return places;
}

function sectionAt(source: Source, offset: number): CrossReference | undefined {
  const reader = new ValueReader(source.bytes, offset);
  const begins = reader.next();
  if (begins instanceof Keyword && begins.word === 'xref') return table(reader);
  const object = source.objectAt(offset);
  return object?.value instanceof PdfStream ? crossReferenceStream(source, object.value) : undefined;
}

function table(reader: ValueReader): CrossReference | undefined {
  const places = new Map<number, Place>();
  for (;;) {
    const start = reader.next();
    if (start instanceof Keyword && start.word === 'trailer') break;
    const count = reader.next();
    if (typeof start !== 'number' || typeof count !== 'number') return undefined;
    for (let number = start; number < start + count; number++) {
      const [offset, , kind] = [reader.next(), reader.next(), reader.next()];
      if (typeof offset !== 'number' || !(kind instanceof Keyword)) return undefined;
      if (number <= LARGEST_NUMBER) places.set(number, kind.word === 'n' ? { offset } : FREE);
    }
  }
  const trailer = reader.next();
  return isDict(trailer) ? { places, trailer } : undefined;
}

function crossReferenceStream(source: Source, stream: PdfStream): CrossReference | undefined {
  const { dict } = stream;
  const widths = dict.get('W');
  if (!Array.isArray(widths) || widths.length < 3 || !widths.every((width) => typeof width === 'number' && width >= 0 && width <= 8)) return undefined;
  const [kindWidth, placeWidth, indexWidth] = widths as [number, number, number];
  const step = kindWidth + placeWidth + indexWidth;
  const data = source.unpacked(stream);
  const index = dict.get('Index');
  const ranges = Array.isArray(index) ? index : [0, dict.get('Size') ?? 0];
  const places = new Map<number, Place>();
  let at = 0;
  const field = (width: number, otherwise: number): number => {
    if (width === 0) return otherwise;
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + data[at++]!;
    return value;
  };
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [start, count] = [ranges[range], ranges[range + 1]];
    if (typeof start !== 'number' || typeof count !== 'number' || step === 0) return undefined;
    for (let number = start; number < start + count && at + step <= data.length; number++) {
      const kind = field(kindWidth, 1);
      const [place, inner] = [field(placeWidth, 0), field(indexWidth, 0)];
      if (number <= LARGEST_NUMBER) places.set(number, kind === 1 ? { offset: place } : kind === 2 ? { stream: place, index: inner } : FREE);
    }
  }
  return { places, trailer: dict };
}

/**
 * Finds the objects of a file whose cross-reference is broken, by looking for each `n g obj`; a later one of the same number counts.
 *
 * @throws Trouble `not-a-pdf` when there is no catalogue among them.
 */
export function rebuildCrossReference(source: Source): CrossReference {
  const { bytes } = source;
  const places = new Map<number, Place>();
  const objectStreams: [number, PdfStream][] = [];
  let trailer: PdfDict | undefined;
  for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
    const head = /(?:^|[^\d])(\d{1,7})\s{1,3}\d{1,5}\s{0,3}$/.exec(bytes.toString('latin1', Math.max(0, at - 20), at));
    if (!head) continue;
    const offset = Math.max(0, at - 20) + head.index + head[0].indexOf(head[1]!);
    const value = source.objectAt(offset)?.value;
    if (value === undefined) continue;
    places.set(Number(head[1]), { offset });
    const dict = value instanceof PdfStream ? value.dict : isDict(value) ? value : undefined;
    const type = typeOf(dict);
    if (value instanceof PdfStream && type === 'ObjStm') objectStreams.push([Number(head[1]), value]);
    if (type === 'XRef' && dict?.has('Root')) trailer = dict;
    if (type === 'Catalog') trailer ??= new Map([['Root', value]]);
  }
  for (let at = bytes.indexOf('trailer'); at >= 0; at = bytes.indexOf('trailer', at + 7)) {
    const found = new ValueReader(bytes, at + 7).next();
    if (isDict(found) && found.has('Root')) trailer = found;
  }
  for (const [number, stream] of objectStreams) objectNumbers(source.unpacked(stream), stream).forEach((inner, index) => places.set(inner, { stream: number, index }));
  if (!trailer) throw new Trouble('not-a-pdf', 'Expected a PDF with a catalogue of its pages, got none.');
  return { places, trailer };
}

/** The numbers of the objects in an object stream, in order. */
function objectNumbers(data: Buffer, { dict }: PdfStream): number[] {
  const reader = new ValueReader(data);
  const count = dict.get('N');
  const numbers: number[] = [];
  for (let i = 0; typeof count === 'number' && i < count; i++) {
    const [number, offset] = [reader.next(), reader.next()];
    if (typeof number !== 'number' || typeof offset !== 'number') break;
    numbers.push(number);
  }
  return numbers;
}

function typeOf(dict: PdfDict | undefined): string | undefined {
  const type = dict?.get('Type');
  return type && typeof type === 'object' && 'name' in type ? String(type.name) : undefined;
}
