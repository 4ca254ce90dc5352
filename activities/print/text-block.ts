import { fittedTo, kindOf } from './fitted-to.ts';
import { POINTS } from './measures.ts';
import type { Typeface } from './typeface.ts';
import { UnprintableError } from './unprintable-error.ts';

/** Text and the room that it has, in millimetres; sizes and leading in points. */
export interface TextBlock {
  /** Where the text comes from, for the error: `back.paragraphs`. */
  readonly field: string;
  readonly text: string;
  readonly face: Typeface;
  readonly size: number;
  readonly leading: number;
  readonly width: number;
  readonly height: number;
  /** Lines at most, if there are to be fewer than the height has room for. */
  readonly most?: number;
}

/** Lines of text with their baselines, in millimetres under the block's top, and the height of all. */
export interface SetBlock {
  readonly lines: readonly { readonly text: string; readonly baseline: number }[];
  readonly height: number;
}

/**
 * Breaks a text into lines at its spaces; `\n` begins a new line.
 *
 * @throws UnprintableError `CharacterNotInFont` for a character that can't be printed, `TextTooLong` for a text that needs more room: both
 *   name the field, the latter the millimetres.
 */
export function setBlock(block: TextBlock): SetBlock {
  const { field, size, leading, width, height } = block;
  const texts = block.text.split('\n').flatMap((line) => brokenLines(printable(line, block), block));
  const step = leading / POINTS;
  const needed = texts.length * step;
  if (needed > height + 0.01) {
    throw new UnprintableError('TextTooLong', field, `Expected ${field} to fit ${height.toFixed(1)} mm at ${size} pt, got ${needed.toFixed(1)} mm (${texts.length} lines of ${width.toFixed(1)} mm). Shorten it.`);
  }
  if (block.most !== undefined && texts.length > block.most) {
    throw new UnprintableError('TextTooLong', field, `Expected ${field} to have at most ${block.most} lines of ${width.toFixed(1)} mm at ${size} pt, got ${texts.length}. Shorten it.`);
  }
  const first = firstBaseline(block);
  return { lines: texts.map((text, index) => ({ text, baseline: first + index * step })), height: needed };
}

/** Millimetres from the top of a block to its first baseline: capitals are centred in their line. */
export function firstBaseline({ face, size, leading }: Pick<TextBlock, 'face' | 'size' | 'leading'>): number {
  return (leading / 2 + (face.capHeight * size) / 2) / POINTS;
}

/** Makes a text fit for the font (accents left out, other scripts in Latin letters), or says which character can't be. */
export function printable(text: string, { field, face }: Pick<TextBlock, 'field' | 'face'>): string {
  const { text: fitted, unfit } = fittedTo(face.lacks, text);
  if (unfit !== undefined) {
    const { words, advice } = kindOf(unfit);
    const code = `U+${(unfit.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    throw new UnprintableError('CharacterNotInFont', field, `Expected ${field} in Latin letters, got ${/\p{C}/u.test(unfit) ? code : `'${unfit}' (${code})`}, ${words}. ${advice}`);
  }
  return fitted;
}

/** Breaks a printable text into lines at its spaces. */
export function brokenLines(text: string, { field, face, size, width }: Pick<TextBlock, 'field' | 'face' | 'size' | 'width'>): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const longer = line ? `${line} ${word}` : word;
    if (face.width(longer, size) / POINTS <= width) {
      line = longer;
      continue;
    }
    const length = face.width(word, size) / POINTS;
    if (length > width) throw new UnprintableError('TextTooLong', field, `Expected every word of ${field} to fit ${width.toFixed(1)} mm at ${size} pt, got one of ${length.toFixed(1)} mm. Shorten it.`);
    lines.push(line);
    line = word;
  }
  return [...lines, line].filter((each, _, all) => each !== '' || all.length === 1);
}
