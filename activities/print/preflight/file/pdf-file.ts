import { Budget, DEPTH, Trouble, type Limits } from '../limits.ts';
import { followCrossReference, rebuildCrossReference, type CrossReference, type Place } from './cross-reference.ts';
import { nameOf, unpack, type Packing } from './filters.ts';
import { ValueReader } from './value-reader.ts';
import { isDict, Keyword, PdfRef, PdfStream, PdfString, type PdfArray, type PdfDict, type PdfValue } from './values.ts';

/** Objects and object streams kept in memory; beyond, they are read again. */
const KEPT_OBJECTS = 20_000;
const KEPT_STREAMS = 16;

/**
 * A PDF, opened for looking. Objects are read when they are asked for, and nothing is inflated beyond the limits: a file from outside may be
 * broken or hostile. (pdf-lib reads every object at once and inflates object streams without a bound: docs/decisions/0014.)
 */
export class PdfFile {
  readonly bytes: Buffer;
  readonly budget: Budget;
  /** As the header says: `1.6`. */
  readonly version: string;
  /** Whether the file's own list of its objects was broken, so that they had to be looked for. */
  rebuilt = false;
  #reference: CrossReference;
  readonly #objects = new Map<number, PdfValue>();
  readonly #streams = new Map<number, { readonly data: Buffer; readonly offsets: number[] }>();
  readonly #underWay = new Set<number>();

  /** @throws Trouble `not-a-pdf`, `too-complex`, `decompression-bomb`. */
  constructor(file: Uint8Array, limits: Limits) {
    if (file.length > limits.fileBytes) throw new Trouble('too-complex', `Expected a file of at most ${limits.fileBytes / 1024 ** 2} MB, got ${Math.ceil(file.length / 1024 ** 2)} MB.`);
    const whole = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
    const header = /%PDF-(\d\.\d)/.exec(whole.toString('latin1', 0, 1024));
    if (!header) throw new Trouble('not-a-pdf', `Expected a PDF, got ${whole.length === 0 ? 'an empty file' : 'a file that does not begin as one'}.`);
    this.version = header[1]!;
    // Offsets count from the header, where something stands before it.
    this.bytes = whole.subarray(header.index);
    this.budget = new Budget(limits, whole.length);
    const followed = followCrossReference(this.#source());
    this.rebuilt = followed === undefined;
    this.#reference = followed ?? rebuildCrossReference(this.#source());
    if (!this.dict(this.trailer.get('Root'))?.has('Pages')) this.#rebuild();
  }

  get trailer(): PdfDict {
    return this.#reference.trailer;
  }

  get encrypted(): boolean {
    return this.trailer.has('Encrypt');
  }

  get objectCount(): number {
    return this.#reference.places.size;
  }

  /** A value, or what it refers to; null when there is no such object. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let step = 0; found instanceof PdfRef; step++) {
      if (step > 16) return null;
      found = this.#object(found.number);
    }
    return found;
  }

  dict(value: PdfValue | undefined): PdfDict | undefined {
    const found = this.resolve(value);
    return isDict(found) ? found : found instanceof PdfStream ? found.dict : undefined;
  }

  array(value: PdfValue | undefined): PdfArray | undefined {
    const found = this.resolve(value);
    return Array.isArray(found) ? (found as PdfArray) : undefined;
  }

  name(value: PdfValue | undefined): string | undefined {
    return nameOf(this.resolve(value));
  }

  number(value: PdfValue | undefined): number | undefined {
    const found = this.resolve(value);
    return typeof found === 'number' ? found : undefined;
  }

  numbers(value: PdfValue | undefined): number[] | undefined {
    const numbers = this.array(value)?.slice(0, 64).map((each) => this.number(each));
    return numbers?.every((each) => each !== undefined) ? (numbers as number[]) : undefined;
  }

  text(value: PdfValue | undefined): string | undefined {
    const found = this.resolve(value);
    return found instanceof PdfString ? found.text : undefined;
  }

  stream(value: PdfValue | undefined): PdfStream | undefined {
    const found = this.resolve(value);
    return found instanceof PdfStream ? found : undefined;
  }

  /** The filters of a stream, outermost first. */
  packingsOf({ dict }: PdfStream): Packing[] {
    const filter = this.resolve(dict.get('Filter') ?? dict.get('F'));
    const settings = this.resolve(dict.get('DecodeParms') ?? dict.get('DP'));
    const filters: PdfArray = Array.isArray(filter) ? (filter as PdfArray) : filter === null ? [] : [filter];
    return filters.map((each, index) => ({ filter: this.name(each) ?? 'none', settings: this.dict(Array.isArray(settings) ? (settings as PdfArray)[index] : settings) ?? new Map() }));
  }

  /** @throws Trouble when it does not unpack within the limits. */
  unpacked(stream: PdfStream): Buffer {
    return unpack(stream.raw, this.packingsOf(stream), this.budget);
  }

  #source() {
    return { bytes: this.bytes, objectAt: (offset: number) => this.#objectAt(offset), unpacked: (stream: PdfStream) => this.unpacked(stream) };
  }

  #rebuild(): void {
    if (this.rebuilt) return;
    this.rebuilt = true;
    this.#objects.clear();
    this.#streams.clear();
    this.#reference = rebuildCrossReference(this.#source());
  }

  #object(number: number): PdfValue {
    const kept = this.#objects.get(number);
    if (kept !== undefined) return kept;
    const place = this.#reference?.places.get(number);
    if (!place || this.#underWay.has(number)) return null;
    if (this.#underWay.size > DEPTH) throw new Trouble('broken-file', `Expected objects that refer to each other at most ${DEPTH} deep, got deeper ones.`);
    this.#underWay.add(number);
    let value: PdfValue | undefined;
    try {
      value = this.#valueAt(place, number);
    } finally {
      this.#underWay.delete(number);
    }
    if (value === undefined) {
      if (this.rebuilt) return null;
      this.#rebuild();
      return this.#object(number);
    }
    if (this.#objects.size >= KEPT_OBJECTS) this.#objects.clear();
    this.#objects.set(number, value);
    return value;
  }

  #valueAt(place: Place, number: number): PdfValue | undefined {
    if ('offset' in place) {
      const found = this.#objectAt(place.offset);
      return found?.number === number ? found.value : undefined;
    }
    const inner = this.#objectStream(place.stream);
    const offset = inner?.offsets[place.index];
    if (!inner || offset === undefined) return undefined;
    const value = new ValueReader(inner.data, offset).next();
    return value instanceof Keyword ? undefined : value;
  }

  #objectStream(number: number) {
    const kept = this.#streams.get(number);
    if (kept) return kept;
    const stream = this.#object(number);
    if (!(stream instanceof PdfStream)) return undefined;
    const data = this.unpacked(stream);
    const [count, first] = [this.number(stream.dict.get('N')) ?? 0, this.number(stream.dict.get('First')) ?? 0];
    const reader = new ValueReader(data);
    const offsets: number[] = [];
    for (let i = 0; i < count; i++) {
      const [inner, offset] = [reader.next(), reader.next()];
      if (typeof inner !== 'number' || typeof offset !== 'number') break;
      offsets.push(first + offset);
    }
    const read = { data, offsets };
    if (this.#streams.size >= KEPT_STREAMS) this.#streams.clear();
    this.#streams.set(number, read);
    return read;
  }

  #objectAt(offset: number): { readonly number: number; readonly value: PdfValue } | undefined {
    if (offset < 0 || offset >= this.bytes.length) return undefined;
    const reader = new ValueReader(this.bytes, offset);
    const [number, generation, obj] = [reader.next(), reader.next(), reader.next()];
    if (typeof number !== 'number' || typeof generation !== 'number' || !(obj instanceof Keyword) || obj.word !== 'obj') return undefined;
    const value = reader.next();
    this.budget.scan(reader.position - offset);
    if (value === undefined || value instanceof Keyword) return { number, value: null };
    if (!isDict(value)) return { number, value };
    const after = reader.position;
    const word = reader.next();
    if (!(word instanceof Keyword) || word.word !== 'stream') return { number, value };
    reader.position = this.bytes.indexOf('stream', after) + 6;
    if (this.bytes[reader.position] === 13) reader.position++;
    if (this.bytes[reader.position] === 10) reader.position++;
    return { number, value: new PdfStream(value, this.bytes.subarray(reader.position, this.#streamEnd(reader.position, value.get('Length')))) };
  }

  /** Where a stream's bytes end: as its length says, if `endstream` follows there; else where that word is. */
  #streamEnd(start: number, length: PdfValue | undefined): number {
    const said = this.#reference === undefined && length instanceof PdfRef ? undefined : this.number(length);
    if (said !== undefined && said >= 0 && start + said <= this.bytes.length) {
      const word = new ValueReader(this.bytes, start + said).next();
      if (word instanceof Keyword && word.word.startsWith('endstream')) return start + said;
    }
    const end = this.bytes.indexOf('endstream', start);
    const stop = end < 0 ? this.bytes.length : end;
    this.budget.scan(stop - start);
    return stop;
  }
}
