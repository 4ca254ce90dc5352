import { ADDRESS_LINE_LENGTH } from './addressee.ts';

/** Replaces words from the left while a line is too long, and no more of them than needed; an empty word is left out. */
export function replacedWhileTooLong(line: string, replace: (word: string) => string): string {
  if (line.length <= ADDRESS_LINE_LENGTH) return line;
  const words = line.split(' ');
  words.forEach((word, index) => {
    if (words.filter(Boolean).join(' ').length > ADDRESS_LINE_LENGTH) words[index] = replace(word);
  });
  return words.filter(Boolean).join(' ');
}

/** The longest of the ways to write somebody that fits a line: all of it, the first name as its initial, the last name alone; the last when none does. */
export function fittingName({ title, firstName, lastName }: { title: string; firstName: string; lastName: string }): string {
  const initial = [...firstName].slice(0, 1).join('');
  const ways = [[title, firstName, lastName], [title, initial, lastName], [lastName || firstName]].map((parts) => parts.filter(Boolean).join(' '));
  return ways.find((way) => way.length <= ADDRESS_LINE_LENGTH) ?? ways.at(-1) ?? '';
}
