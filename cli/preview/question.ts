import type { Purpose } from '../../scenarios/content/message.ts';
import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';

/**
 * What the server asks of the process that renders, and what it answers. The server never loads a scenario: when a file changes, the process is
 * replaced and the server stays.
 */
export type Kind = 'card' | 'leaflet' | 'mail' | 'page' | 'area';
export const KINDS: readonly Kind[] = ['card', 'leaflet', 'mail', 'page', 'area'];

export const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;
export type Language = keyof typeof LOCALES;

/** Invented readers: one with an ordinary name, one with as long a name as they come, one of whom no name is known. */
export const READERS = { elodie: 'Élodie', long: 'A long name', nobody: 'No name' } as const;
export type Reader = keyof typeof READERS;

/** One thing of a scenario, and how it is looked at. */
export interface Shown {
  /** The scenario version, such as `boiler-renewal.v2`. */
  readonly type: string;
  readonly kind: Kind;
  readonly name: string;
  readonly language: Language;
  readonly reader: Reader;
  readonly variant?: string | undefined;
  /** JSON of a message's props or a page's facts, as it was typed; the sample without. */
  readonly props?: string | undefined;
  /** The preview's own address, where links lead. */
  readonly base: string;
}

/** A page as it is opened, or as it stands after its form was sent: with the first answer of each question, or those of `form`. */
export interface ShownPage extends Shown {
  readonly state: 'asked' | 'answered';
  /** Where its form posts to. */
  readonly action: string;
  readonly form?: Readonly<Record<string, unknown>> | undefined;
}

export interface Check {
  readonly state: 'good' | 'warn' | 'bad';
  readonly title: string;
  /** Why it matters, or what to do. */
  readonly detail?: string;
}

export interface Item {
  readonly kind: Kind;
  readonly name: string;
  readonly medium: TouchMedium | 'web';
  readonly purpose?: Purpose;
  /** Those that a path of the scenario offers its policy; none where it has but one. */
  readonly variants: readonly string[];
  /** JSON: the message's sample, or the facts of an invented prospect. */
  readonly sample: string;
  /** JSON: the props with which the scenario's paths make the touch. */
  readonly presets: readonly string[];
}

export interface Version {
  readonly type: string;
  readonly scenario: string;
  readonly version: number;
}

export interface Mail {
  readonly subject: string;
  readonly preheader: string;
  readonly from: string;
  readonly html: string;
  readonly text: string;
  /** Bytes of the HTML in UTF-8. */
  readonly bytes: number;
  readonly checks: readonly Check[];
}

export interface Card {
  readonly sides: readonly { readonly label: string; readonly trimmed: Uint8Array; readonly sheet: Uint8Array }[];
  readonly pdfs: readonly Uint8Array[];
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly checks: readonly Check[];
}

export interface Page {
  readonly title: string;
  readonly html: string;
  readonly bytes: number;
  /** What was wrong with the form's answers, by field. */
  readonly problems: Readonly<Record<string, string>>;
  readonly checks: readonly Check[];
}

export interface Answers {
  readonly versions: readonly Version[];
  readonly items: readonly Item[];
  readonly mail: Mail;
  readonly card: Card;
  readonly page: Page;
  /** Where a link of a mail leads; null for a token that none has. */
  readonly link: { readonly page: string; readonly type: string } | { readonly url: string } | null;
}

export type Question =
  | { readonly ask: 'versions' }
  | { readonly ask: 'items'; readonly type: string }
  | { readonly ask: 'mail' | 'card'; readonly shown: Shown }
  | { readonly ask: 'page'; readonly shown: ShownPage }
  | { readonly ask: 'link'; readonly token: string };

export type Asked = Question['ask'];

/** Why something can't be shown. */
export interface Problem {
  readonly message: string;
  /** Where in the scenarios it was thrown, such as `scenarios/win-back/messages/offer.ts:12`. */
  readonly place?: string | undefined;
}

export type Reply<Value> = { readonly value: Value } | { readonly problem: Problem };
