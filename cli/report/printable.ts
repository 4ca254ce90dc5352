import { stripVTControlCharacters } from 'node:util';

/** A text with what people wrote in it, as it may go to a terminal: nothing in it moves the cursor, rings or turns the direction of writing. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}
