import { foldAccents } from './fold.ts';
import { FOREIGN_WORD, romanised } from './romanise.ts';

/** The first character of a text that a typeface lacks; undefined when it has them all. */
export type Lacks = (text: string) => string | undefined;

/** A text as it can be set. */
export interface Fitted {
  readonly text: string;
  /** Words of another script were written in Latin letters; mere accents that were left out don't count. */
  readonly transliterated: boolean;
  /** The first character for which there is no way: Arabic, Hebrew, Chinese, emoji. */
  readonly unfit: string | undefined;
}

/** Marks without ink or width: joiners, soft hyphens, marks of direction. */
const INVISIBLE = /\p{Cf}/gu;
const SIGNS: Readonly<Record<string, string>> = { '‐': '-', '‑': '-', '‒': '–', '―': '—', '−': '-', 'ʼ': '’', 'ʻ': '‘', 'ʹ': '’', '′': '’', '″': '”', '‛': '’' };

/**
 * A text that a typeface can set: what it has stays as written, accents too; of what it lacks, accents are left out one by one, letters such as `Ł`
 * are folded, and Greek and Cyrillic words are written in Latin letters.
 *
 * @example
 * fittedTo(face.lacks, 'Nguyễn').text // 'Nguyên' in a face with ê and without ễ
 * fittedTo(face.lacks, 'Щербаков') // { text: 'Shcherbakov', transliterated: true, unfit: undefined }
 */
export function fittedTo(lacks: Lacks, text: string): Fitted {
  // The narrow no-break space is rare in fonts; the wide one holds words together as well.
  const clean = text.normalize('NFC').replace(INVISIBLE, '').replace(/\u202f/g, '\u00a0');
  if (lacks(clean) === undefined) return { text: clean, transliterated: false, unfit: undefined };
  let transliterated = false;
  const latin = clean.replace(FOREIGN_WORD, (word) => {
    if (lacks(word) === undefined) return word;
    transliterated = true;
    return romanised(word);
  });
  const fitted = [...latin].map((character) => (lacks(character) === undefined ? character : reduced(lacks, character))).join('');
  return { text: fitted, transliterated, unfit: lacks(fitted) };
}

/** The nearest that the typeface has, or the character itself. */
function reduced(lacks: Lacks, character: string): string {
  const [base = '', ...marks] = character.normalize('NFD');
  const fewerMarks = [...marks.map((_, index) => marks.slice(0, marks.length - 1 - index)), ...marks.map((mark) => [mark])].sort((a, b) => b.length - a.length).map((some) => (base + some.join('')).normalize('NFC'));
  const compatible = character.normalize('NFKC');
  const choices = [SIGNS[character], /\p{Zs}/u.test(character) ? ' ' : undefined, ...fewerMarks, foldAccents(character), compatible, foldAccents(compatible)];
  const isLoneMark = /^\p{Mn}+$/u.test(character);
  return isLoneMark ? '' : (choices.find((choice) => choice !== undefined && choice !== '' && lacks(choice) === undefined) ?? character);
}

/** What kind of character can't be printed: the reason for machines, what it is and what to do for people. */
export function kindOf(unfit: string): { readonly reason: 'right-to-left' | 'emoji' | 'control-character' | 'non-latin'; readonly words: string; readonly advice: string } {
  const [out, latin] = ['Take it out.', 'Write it in Latin letters.'];
  if (/\p{Cc}|[\u2028\u2029]/u.test(unfit)) return { reason: 'control-character', words: 'a control character or a line break', advice: out };
  if (/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(unfit)) return { reason: 'right-to-left', words: 'writing from right to left, which can’t be set', advice: latin };
  if (/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\ufe0f\u20e3]/u.test(unfit)) return { reason: 'emoji', words: 'an emoji', advice: out };
  return { reason: 'non-latin', words: 'a character that has no Latin letters for it', advice: latin };
}
