/**
 * Working days from hand-over to letter box, by the name of the class: what the carrier says it aims at, or the law asks of it. A class whose name tells its
 * days (`J+3`, `E+4`) is taken at its word; La Poste's advertising mail is sold that way.
 */
const CLASSES: readonly (readonly [name: RegExp, days: number])[] = [
  // La Poste, range of letters since 1 January 2023.
  [/^e-?lettre rouge/, 1],
  [/^lettre services? plus/, 2],
  [/^lettre verte/, 3],
  // Deutsche Post: Dialogpost four working days as a rule; letters, Postgesetz of 2025, § 18: 95 % by the third.
  [/^dialogpost/, 4],
  [/^(standard|kompakt|gro(ss|ß)|maxi)?brief|^postkarte/, 3],
  // Royal Mail: the next working day, and three.
  [/^(1st|first) class/, 1],
  [/^(2nd|second) class/, 3],
  // USPS, as Lob names its classes: 1 to 5 and 3 to 10 days; the last of them.
  [/^usps[ _]first[ _]class/, 5],
  [/^usps[ _](standard|marketing)/, 10],
];

const TOLD = /\b[je] ?\+ ?(\d{1,2})\b/;

/**
 * Working days that a class of postage takes; undefined for one that is not in the table.
 *
 * @example postageDays('publicitaire J+3') // 3
 * @example postageDays('Dialogpost') // 4
 */
export function postageDays(postageClass: string | undefined): number | undefined {
  const name = postageClass?.trim().toLowerCase();
  if (!name) return undefined;
  const told = TOLD.exec(name)?.[1];
  return told === undefined ? CLASSES.find(([pattern]) => pattern.test(name))?.[1] : Number(told);
}
