/** Latin letters that have no decomposition into a base letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ß: 'ss', ẞ: 'SS', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'TH', ı: 'i',
  ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T', ŋ: 'ng', Ŋ: 'NG', ĸ: 'q', ſ: 's', ŀ: 'l', Ŀ: 'L', ŉ: 'n', ĳ: 'ij', Ĳ: 'IJ', ə: 'e', Ə: 'E', ǝ: 'e', Ǝ: 'E', ɛ: 'e', Ɛ: 'E', ɔ: 'o', Ɔ: 'O',
  ƒ: 'f', Ƒ: 'F', ƙ: 'k', Ƙ: 'K', ɓ: 'b', Ɓ: 'B', ɗ: 'd', Ɗ: 'D', ƴ: 'y', Ƴ: 'Y', ɣ: 'g', Ɣ: 'G', ɩ: 'i', Ɩ: 'I', ɲ: 'n', Ɲ: 'N', ʋ: 'v', Ʋ: 'V', ɨ: 'i', Ɨ: 'I', ǥ: 'g', Ǥ: 'G', ȷ: 'j',
};

const ASCII = /^[\x20-\x7e]*$/;
const OTHER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * Latin text without its accents and ligatures; other letters stay as they are.
 *
 * @example foldAccents('Œuvré à Łódź') // 'OEuvre a Lodz'
 */
export function foldAccents(text: string): string {
  if (ASCII.test(text)) return text;
  const bare = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  if (ASCII.test(bare)) return bare;
  return bare
    .replace(/\p{Mn}/gu, '')
    .replace(OTHER, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}
