import type { Drawing, Field, PdfBackground } from './design-fields.ts';

/** The mailpieces that can be made; their millimetres are in activities/print/formats and in docs/formats.md. */
export type FormatName =
  | 'a6-postcard'
  | 'a5-postcard'
  | 'dl-letter-fr'
  | 'c5-letter-fr'
  | 'dl-letter-din'
  | 'dl-letter-din-a'
  | 'c5-letter-din'
  | 'a5-self-mailer'
  | 'us-4x6-postcard'
  | 'us-6x9-postcard'
  | 'us-letter';

/** One page: a designer's PDF or nothing under it, what is drawn on every piece alike, and what each piece fills in, by name. */
export interface DesignPage {
  readonly background?: PdfBackground;
  readonly drawn?: readonly Drawing[];
  readonly fields?: Readonly<Record<string, Field>>;
}

/** What a design is made from. */
export interface DesignSource {
  readonly format: FormatName;
  /** In the order of the sheet: a postcard's picture side and its address side, a letter's first page, a self-mailer's outside and inside. */
  readonly pages: readonly DesignPage[];
  /**
   * The page that is repeated for what a `paragraphs` field with `overflow: 'next-page'` leaves over. A field of the same name on it says where
   * the text goes on.
   */
  readonly continuation?: DesignPage;
}

/** A mailpiece's looks, with room for what differs. `Values` is what a piece fills in, read off the fields. */
export interface Design<Format extends FormatName = FormatName, Values = object> extends DesignSource {
  readonly format: Format;
  /** Never there: carries the type. */
  readonly values?: (values: Values) => void;
}

/** What a designed piece says: made by `fill`, drawn by `activities/print`. */
export interface DesignedContent<Format extends FormatName = FormatName> {
  readonly design: Design<Format, never>;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** What a field may be filled with; which one, its kind says. */
export type FieldValue = string | readonly string[] | URL;

interface ValueOfKind {
  readonly text: string;
  readonly paragraphs: readonly string[];
  readonly image: URL;
  readonly voucher: string;
}
type ValuesOfFields<Fields> = { readonly [Name in keyof Fields as Fields[Name] extends { kind: keyof ValueOfKind } ? Name : never]: Fields[Name] extends { kind: infer Kind extends keyof ValueOfKind } ? ValueOfKind[Kind] : never };
type FieldsOfPage<Page> = Page extends { readonly fields: infer Fields } ? ValuesOfFields<Fields> : never;
type Pages<Source extends DesignSource> = Source['pages'][number] | (Source extends { readonly continuation: infer Page } ? Page : never);
type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer Intersection) => void ? Intersection : never;

/** The values that a design asks for: a name that is on several pages is filled once, and shows on each. */
export type ValuesOf<Source extends DesignSource> = { [Name in keyof All<FieldsOfPage<Pages<Source>>>]: All<FieldsOfPage<Pages<Source>>>[Name] };

/**
 * Makes a design. Lengths are millimetres from the trim's top left corner, type sizes points. It is checked against its format before anything
 * is drawn: what stands outside the safe area, on a fold or in a zone that the post keeps is an error that names field and millimetres.
 *
 * @example
 * const CARD = design({
 *   format: 'a5-postcard',
 *   pages: [
 *     { background: { pdf: new URL('front.pdf', import.meta.url) } },
 *     { fields: { greeting: text({ x: 10, y: 12, width: 80, height: 8, size: 11 }), code: qr({ x: 10, y: 110, size: 24 }), to: address() } },
 *   ],
 * });
 */
export function design<const Source extends DesignSource>(source: Source): Design<Source['format'], ValuesOf<Source>> {
  return source;
}

/**
 * Fills a design for one piece. A value that is missing, misspelt or of another kind does not compile.
 *
 * @example fill(CARD, { greeting: 'Bonjour Élodie,' })
 */
export function fill<Format extends FormatName, Values>(filled: Design<Format, Values>, values: NoInfer<Values>): DesignedContent<Format> {
  return { design: filled as Design<Format, never>, values: values as DesignedContent['values'] };
}
