/** What a country's postcodes look like. */
export interface PostcodeForm {
  readonly shape: RegExp;
  /** After "Expected postcode to be". */
  readonly words: string;
  /** It may begin with a letter; elsewhere letters before the digits are the country's, as in `D-10115`. */
  readonly lettered?: true;
  /** A sign that is written within it; people leave it out. Counted from the end when negative. */
  readonly gap?: { readonly at: number; readonly sign: ' ' | '-' };
}

export function digits(count: number): PostcodeForm {
  return pattern(new RegExp(`^\\d{${count}}$`), `${count} digits`);
}

export function pattern(shape: RegExp, words: string): PostcodeForm {
  return { shape, words };
}

/**
 * A postcode as its country writes it: capitals, its own gap, without the country's letters before it.
 *
 * @example tidyPostcode('d-10115', digits(5)) // '10115'
 */
export function tidyPostcode(postcode: string, form: PostcodeForm | undefined): string {
  const capitals = postcode.toUpperCase().replace(/\s+/g, ' ').trim();
  if (!form) return capitals;
  const tight = capitals.replace(/[ -]/g, '');
  const bare = form.lettered ? tight : tight.replace(/^[A-Z]{1,3}(?=\d)/, '');
  if (!form.gap) return bare;
  const at = form.gap.at < 0 ? bare.length + form.gap.at : form.gap.at;
  return at > 0 && at < bare.length ? `${bare.slice(0, at)}${form.gap.sign}${bare.slice(at)}` : bare;
}
