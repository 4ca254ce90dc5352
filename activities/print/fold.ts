/** Latin letters that have no decomposition into a base letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ß: 'ss', ẞ: 'SS', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'TH', ı: 'i' };

/**
 * Latin text without its accents and ligatures; other letters stay as they are.
 *
 * @example foldAccents('Œuvré à Łódź') // 'OEuvre a Lodz'
 */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[œŒæÆßẞøØłŁđĐðÐþÞı]/g, (letter) => LETTERS[letter] ?? letter);
}
