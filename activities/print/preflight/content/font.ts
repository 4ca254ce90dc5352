import type { PdfFile } from '../file/pdf-file.ts';
import type { PdfDict, PdfValue } from '../file/values.ts';

/** A font as a page uses it. */
export interface Font {
  readonly name: string;
  readonly type3: boolean;
  /** Whether the font's file is in the PDF. */
  readonly embedded: boolean;
  /** Length of a shown string, in thousandths of the size. */
  advance(codes: Buffer): number;
  /** Bytes of a code: two in composite fonts. */
  readonly codeLength: 1 | 2;
}

const FILES = ['FontFile', 'FontFile2', 'FontFile3'] as const;

export function readFont(file: PdfFile, value: PdfValue | undefined): Font | undefined {
  const dict = file.dict(value);
  if (!dict) return undefined;
  const subtype = file.name(dict.get('Subtype'));
  const inner = subtype === 'Type0' ? file.dict(file.array(dict.get('DescendantFonts'))?.[0]) : dict;
  const descriptor = file.dict(inner?.get('FontDescriptor'));
  const type3 = subtype === 'Type3';
  const name = (file.name(dict.get('BaseFont')) ?? file.name(dict.get('Name')) ?? 'unnamed').replace(/\p{C}/gu, ' ').slice(0, 80);
  const widthOf = inner && subtype === 'Type0' ? compositeWidths(file, inner) : simpleWidths(file, dict, type3);
  const codeLength = subtype === 'Type0' ? 2 : 1;
  return {
    name,
    type3,
    codeLength,
    embedded: type3 || FILES.some((key) => file.stream(descriptor?.get(key)) !== undefined),
    advance(codes) {
      let sum = 0;
      for (let at = 0; at + codeLength <= codes.length; at += codeLength) sum += widthOf(codeLength === 2 ? codes.readUInt16BE(at) : codes[at]!);
      return sum;
    },
  };
}

function simpleWidths(file: PdfFile, dict: PdfDict, type3: boolean): (code: number) => number {
  const first = file.number(dict.get('FirstChar')) ?? 0;
  const widths = file.array(dict.get('Widths'))?.slice(0, 256).map((each) => file.number(each) ?? 0) ?? [];
  // The glyphs of a Type 3 font have a space of their own.
  const scale = type3 ? (file.numbers(dict.get('FontMatrix'))?.[0] ?? 0.001) * 1000 : 1;
  return (code) => (widths[code - first] ?? 500) * scale;
}

/** The widths of a composite font (9.7.4.3): `c [w1 w2 …]` and `from to w`. */
function compositeWidths(file: PdfFile, dict: PdfDict): (code: number) => number {
  const usual = file.number(dict.get('DW')) ?? 1000;
  const widths = new Map<number, number>();
  const parts = file.array(dict.get('W')) ?? [];
  for (let at = 0; at + 1 < parts.length; ) {
    const first = file.number(parts[at]) ?? 0;
    const list = file.array(parts[at + 1]);
    if (list) {
      for (const [index, width] of list.slice(0, 65_536).entries()) widths.set(first + index, file.number(width) ?? usual);
      at += 2;
    } else {
      const [last, width] = [Math.min(file.number(parts[at + 1]) ?? first, 65_535), file.number(parts[at + 2]) ?? usual];
      if (last - first > 4096) return () => width;
      for (let code = first; code <= last; code++) widths.set(code, width);
      at += 3;
    }
  }
  return (code) => widths.get(code) ?? usual;
}
