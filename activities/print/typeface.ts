import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { unwrapWoff } from './woff.ts';

const require = createRequire(import.meta.url);

/** Inter (SIL Open Font License 1.1) in the weights that the cards use. */
export const WEIGHTS = { regular: 400, bold: 700 } as const;
export type Weight = keyof typeof WEIGHTS;

/** Fontsource cuts Inter into scripts: most names need the first alone, `Łukasz` or `Şahin` the second too. */
const SCRIPTS = ['latin', 'latin-ext'] as const;

/** One font file of a typeface. */
export interface FontFile {
  /** `bold-latin-ext`; unique. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly font: fontkit.Font;
}

/** A character in its place. */
export interface SetCharacter {
  readonly character: string;
  readonly file: FontFile;
  /** To the next character, kerning included, and without it: in thousandths of the size. */
  readonly advance: number;
  readonly width: number;
}

/** A weight, ready to measure with. */
export interface Typeface {
  readonly files: readonly FontFile[];
  /** Of a capital, as a share of the size. */
  readonly capHeight: number;
  /** The first character that no file of this typeface has. */
  lacks(text: string): string | undefined;
  /** The characters of a line, kerned. Ask `lacks` first. */
  set(text: string): readonly SetCharacter[];
  /** Length of a line in points. */
  width(text: string, size: number): number;
}

export type Typefaces = Readonly<Record<Weight, Typeface>>;

/** Opens the typefaces. Measurements are remembered as long as they live: a run's pieces say mostly the same. */
export function openTypefaces(): Typefaces {
  return { regular: openTypeface('regular'), bold: openTypeface('bold') };
}

function openTypeface(weight: Weight): Typeface {
  const files = SCRIPTS.map((script) => readFontFile(weight, script));
  const main = files[0]!.font;
  const fileOf = remember((character: string) => files.find(({ font }) => has(font, character)));
  const widthOf = remember((character: string) => advances(fileOf(character)!.font, character));
  const kerned = remember((pair: string) => {
    const [left = '', right = ''] = pair;
    const file = fileOf(left)!;
    return file === fileOf(right) ? advances(file.font, pair) - widthOf(right) : widthOf(left);
  });
  const set = remember((text: string): readonly SetCharacter[] => {
    const characters = [...text];
    return characters.map((character, index) => {
      const next = characters[index + 1];
      const width = widthOf(character);
      return { character, file: fileOf(character)!, width, advance: next === undefined ? width : kerned(character + next) };
    });
  });
  const length = remember((text: string): number => {
    let [sum, last] = [0, ''];
    for (const character of text) {
      if (last !== '') sum += kerned(last + character);
      last = character;
    }
    return last === '' ? 0 : sum + widthOf(last);
  });
  return {
    files,
    capHeight: main.capHeight / main.unitsPerEm,
    lacks: (text) => [...text].find((character) => !fileOf(character)),
    set,
    width: (text, size) => (length(text) * size) / 1000,
  };
}

function readFontFile(weight: Weight, script: (typeof SCRIPTS)[number]): FontFile {
  const bytes = unwrapWoff(readFileSync(require.resolve(`@fontsource/inter/files/inter-${script}-${WEIGHTS[weight]}-normal.woff`)));
  return { name: `${weight}-${script}`, bytes, font: fontkit.create(bytes) };
}

/** The files map control characters to blanks; in a text they are mistakes. */
function has(font: fontkit.Font, character: string): boolean {
  return !/\p{C}/u.test(character) && font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

/** Thousandths of the size, with kerning; letters are set as typed, so contextual forms are off. */
function advances(font: fontkit.Font, text: string): number {
  const { positions } = font.layout(text, { kern: true, calt: false, ccmp: false });
  return (positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * 1000) / font.unitsPerEm;
}

function remember<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as Value;
  };
}
