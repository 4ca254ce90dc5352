const LONGEST = 40;

/** What people wrote, as it may stand in a sentence: on one line, and not long. */
export function plain(text: unknown): string {
  const line = String(text)
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return [...line].length <= LONGEST ? line : `${[...line].slice(0, LONGEST - 1).join('')}…`;
}
