/** What a PDF is made of (ISO 32000-1, 7.3), read as it stands: nothing is followed or inflated until it is asked for. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfStream | PdfArray | PdfDict;
export type PdfArray = readonly PdfValue[];
export type PdfDict = ReadonlyMap<string, PdfValue>;

export class PdfName {
  constructor(readonly name: string) {}
}

export class PdfString {
  constructor(readonly bytes: Buffer) {}

  /** As text: UTF-16 or UTF-8 where it begins with their mark, else Latin. */
  get text(): string {
    const { bytes } = this;
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16().toString('utf16le');
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
    return bytes.toString('latin1');
  }
}

export class PdfRef {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}

/** A stream with its bytes as they lie in the file. */
export class PdfStream {
  constructor(
    readonly dict: PdfDict,
    readonly raw: Buffer,
  ) {}
}

/** A word that is no value: `obj`, `stream`, or an operator of a content stream. */
export class Keyword {
  constructor(readonly word: string) {}
}

export function isDict(value: unknown): value is PdfDict {
  return value instanceof Map;
}
