import type { ReactElement } from 'react';
import type { TouchMedium } from '../vocabulary/index.ts';
import type { PostcardContent } from './postcard.ts';

/** An area as its leaflets and its page speak of it. */
export interface DropNeighbourhood {
  /** What is printed and typed, such as `K7QX2`. */
  readonly code: string;
  readonly name: string;
}

/** What a leaflet says, which is put into every letter box of an area: no name, no address, the area's code. */
export interface LeafletContent {
  readonly brand: string;
  readonly claim: string;
  readonly front: PostcardContent['front'];
  readonly back: {
    readonly headline: string;
    readonly paragraphs: readonly string[];
    readonly callToAction: string;
    readonly orType: string;
    /** Who prints it, and that it does not belong on the street (article L541-10-1 of the French environmental code). */
    readonly smallPrint: string;
  };
}

/** What an area's page is written from: nobody is known yet. */
export interface AreaPageContext {
  readonly area: DropNeighbourhood;
  /** Of the browser: `fr-FR` or `en-GB`. */
  readonly locale: string;
  /** Where the form posts to. */
  readonly action: string;
  /** True after the form was sent: the page thanks. */
  readonly answered: boolean;
  /** What was wrong, by field; empty at first. */
  readonly problems: Readonly<Record<string, string>>;
  /** What was sent, by field, to show it again. */
  readonly given: Readonly<Record<string, string>>;
  /** Goes into the form as the hidden field `form`, so that a form sent twice makes one prospect. */
  readonly formId: string;
}

/**
 * The page of an area: its form makes the prospect. Fields: those of `asks`; `email`, `title`, `firstName`, `lastName`, `addressLine`, `addressComplement`, `postcode`, `city`; a
 * checkbox `consent-<medium>` for each of `consents`; `website`, hidden from people, which only machines fill in.
 */
export interface AreaPage {
  title(context: AreaPageContext): string;
  readonly styles: string;
  body(context: AreaPageContext): ReactElement;
  /** Facts that it asks, checked by the scenario's schema. */
  readonly asks: readonly string[];
  /** What a person agrees to by ticking, word for word: kept as the proof of the consent. */
  consents(locale: string): Readonly<Partial<Record<TouchMedium, string>>>;
}

/** What a scenario has for unaddressed drops. */
export interface AreaDrop {
  leaflet(area: DropNeighbourhood): LeafletContent;
  readonly page: AreaPage;
  /** Facts that come from the area, `areaCode` among them; the form's answers come on top. */
  facts(area: DropNeighbourhood): Readonly<Record<string, unknown>>;
}
