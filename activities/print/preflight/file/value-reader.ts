import { DEPTH, Trouble } from '../limits.ts';
import { Keyword, PdfName, PdfRef, PdfString, type PdfDict, type PdfValue } from './values.ts';

/** What comes next in the bytes; undefined at their end. */
export type Token = PdfValue | Keyword | undefined;

const [SPACE, DELIMITER, REGULAR] = [1, 2, 0];
const KIND = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) KIND[code] = SPACE;
for (const sign of '()<>[]{}/%') KIND[sign.charCodeAt(0)] = DELIMITER;

/** Reads values and keywords from bytes, one after the other (ISO 32000-1, 7.2 and 7.3). Garbage comes out as keywords. */
export class ValueReader {
  /** @param references false in content streams, which have none: `5 0 R` is then three tokens. */
  constructor(
    readonly bytes: Buffer,
    public position = 0,
    private readonly references = true,
  ) {}

  next(depth = 0): Token {
    this.skipSpace();
    const { bytes } = this;
    const code = bytes[this.position];
    if (code === undefined) return undefined;
    switch (code) {
      case 0x2f: // /
        this.position++;
        return new PdfName(unescapedName(this.#regular()));
      case 0x28: // (
        return this.#literal();
      case 0x3c: // <
        return bytes[this.position + 1] === 0x3c ? this.#dict(depth) : this.#hexadecimal();
      case 0x5b: // [
        return this.#array(depth);
      case 0x29: case 0x3e: case 0x5d: case 0x7b: case 0x7d: // ) > ] { }
        this.position += code === 0x3e && bytes[this.position + 1] === 0x3e ? 2 : 1;
        return new Keyword(code === 0x3e ? '>>' : String.fromCharCode(code));
    }
    return this.#word();
  }

  skipSpace(): void {
    const { bytes } = this;
    for (;;) {
      const code = bytes[this.position];
      if (code === 0x25) while (this.position < bytes.length && bytes[this.position] !== 10 && bytes[this.position] !== 13) this.position++;
      else if (code !== undefined && KIND[code] === SPACE) this.position++;
      else return;
    }
  }

  #regular(): string {
    const start = this.position;
    while (this.position < this.bytes.length && KIND[this.bytes[this.position]!] === REGULAR) this.position++;
    return this.bytes.toString('latin1', start, this.position);
  }

  /** A plain decimal number, which most of a page's content is; undefined when it is anything else. */
  #plainNumber(): number | undefined {
    const { bytes } = this;
    let at = this.position;
    const negative = bytes[at] === 0x2d;
    if (negative) at++;
    const digits = at;
    let [value, scale] = [0, 0];
    for (; ; at++) {
      const code = bytes[at];
      if (code === 0x2e && scale === 0) scale = 1;
      else if (code !== undefined && code >= 0x30 && code <= 0x39) {
        value = value * 10 + code - 0x30;
        scale *= 10;
      } else if (at === digits || at - digits > 15 || (code !== undefined && KIND[code] === REGULAR)) return undefined;
      else break;
    }
    this.position = at;
    return (negative ? -value : value) / (scale || 1);
  }

  #word(): Token {
    const start = this.position;
    const plain = this.bytes[start]! <= 0x39 ? this.#plainNumber() : undefined;
    if (plain !== undefined) return this.references && plain >= 0 && Number.isInteger(plain) ? this.#referenceOr(plain) : plain;
    const word = this.#regular();
    const code = this.bytes[start]!;
    if (code <= 0x39) {
      const number = Number(word);
      // Some programs write `--5` or `5-3`; what begins as a number is one.
      if (!Number.isNaN(number)) return this.references && code >= 0x30 && Number.isInteger(number) ? this.#referenceOr(number) : number;
      if (/^[-+.\d]+$/.test(word)) return Number.parseFloat(word.replace(/^[-+]+/, (signs) => signs[0]!)) || 0;
    }
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    return new Keyword(word);
  }

  /** `12 0 R` is a reference to object 12. */
  #referenceOr(number: number): number | PdfRef {
    const { bytes } = this;
    let at = this.position;
    if (KIND[bytes[at] ?? 0] !== SPACE) return number;
    while (KIND[bytes[at] ?? 65] === SPACE) at++;
    let generation = 0;
    const digits = at;
    for (; at - digits < 5 && bytes[at]! >= 0x30 && bytes[at]! <= 0x39; at++) generation = generation * 10 + bytes[at]! - 0x30;
    if (at === digits || KIND[bytes[at] ?? 65] !== SPACE) return number;
    while (KIND[bytes[at] ?? 65] === SPACE) at++;
    if (bytes[at] !== 0x52 || KIND[bytes[at + 1] ?? 32] === REGULAR) return number;
    this.position = at + 1;
    return new PdfRef(number, generation);
  }

  #array(depth: number): PdfValue[] {
    this.#deeper(depth);
    this.position++;
    const values: PdfValue[] = [];
    for (;;) {
      const value = this.next(depth + 1);
      if (value === undefined) return values;
      if (value instanceof Keyword) {
        if (value.word === ']' || OBJECT_ENDS.has(value.word)) return values;
        continue;
      }
      values.push(value);
    }
  }

  #dict(depth: number): PdfDict {
    this.#deeper(depth);
    this.position += 2;
    const dict = new Map<string, PdfValue>();
    for (;;) {
      const key = this.next(depth + 1);
      if (key === undefined || (key instanceof Keyword && (key.word === '>>' || OBJECT_ENDS.has(key.word)))) return dict;
      if (!(key instanceof PdfName)) continue;
      const value = this.next(depth + 1);
      if (value === undefined) return dict;
      if (value instanceof Keyword) {
        if (value.word === '>>' || OBJECT_ENDS.has(value.word)) return dict;
        continue;
      }
      dict.set(key.name, value);
    }
  }

  #deeper(depth: number): void {
    if (depth > DEPTH) throw new Trouble('broken-file', `Expected values nested at most ${DEPTH} deep, got deeper ones.`);
  }

  #literal(): PdfString {
    const { bytes } = this;
    const start = ++this.position;
    let escaped = false;
    for (let open = 1; this.position < bytes.length; this.position++) {
      const code = bytes[this.position]!;
      if (code === 0x28) open++;
      else if (code === 0x29 && --open === 0) break;
      else if (code === 0x5c) {
        escaped = true;
        this.position++;
      }
    }
    const literal = bytes.subarray(start, Math.min(this.position++, bytes.length));
    return new PdfString(escaped ? unescapedString(literal) : literal);
  }

  #hexadecimal(): PdfString {
    const end = this.bytes.indexOf(0x3e, this.position);
    const stop = end < 0 ? this.bytes.length : end;
    const digits = this.bytes.toString('latin1', this.position + 1, stop).replace(/[^\da-fA-F]/g, '');
    this.position = stop + 1;
    return new PdfString(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'));
  }
}

const OBJECT_ENDS = new Set(['endobj', 'obj', 'endstream', 'xref', 'trailer', 'startxref']);
const ESCAPES = new Map([[0x6e, 10], [0x72, 13], [0x74, 9], [0x62, 8], [0x66, 12]]);

function unescapedString(literal: Buffer): Buffer {
  const out = Buffer.alloc(literal.length);
  let length = 0;
  for (let at = 0; at < literal.length; at++) {
    let code = literal[at]!;
    if (code === 0x5c) {
      code = literal[++at] ?? 0x5c;
      if (code === 10 || code === 13) {
        if (code === 13 && literal[at + 1] === 10) at++;
        continue;
      }
      if (code >= 0x30 && code <= 0x37) {
        let value = code - 0x30;
        for (let digits = 1; digits < 3 && literal[at + 1]! >= 0x30 && literal[at + 1]! <= 0x37; digits++) value = value * 8 + literal[++at]! - 0x30;
        code = value & 0xff;
      } else code = ESCAPES.get(code) ?? code;
    }
    out[length++] = code;
  }
  return out.subarray(0, length);
}

function unescapedName(name: string): string {
  return name.includes('#') ? name.replace(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : name;
}
