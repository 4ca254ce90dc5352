/**
 * French text with no-break spaces where French puts a space before or after a sign, so that no line begins with `?` or `€`.
 *
 * @example typeset('Prêt ? Dès 129 €.') // the spaces before ? and € don't break
 */
export function typeset(text: string): string {
  return text.replace(/ (?=[:;?!»€%])/g, '\u00a0').replace(/(?<=[«−]) /g, '\u00a0').replace(/(?<=\d) (?=\d|h\b|g\b|km\b|ans\b|jours\b|mois\b)/g, '\u00a0');
}
