import type { ReactElement } from 'react';
import type { TouchMedium } from '../vocabulary/index.ts';
import type { DesignedContent, FormatName } from './design.ts';
import type { PostcardContent } from './postcard.ts';

/** Who a message speaks to. Loaded by the activity that sends it, never by a workflow. */
export interface Person {
  readonly title: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** What a message is written from. */
export interface MessageContext<Props> {
  readonly props: Props;
  readonly person: Person;
  /** BCP 47, such as `fr-FR`. */
  readonly locale: string;
  /** The variant that the policy chose, if the touch offered several. */
  readonly variant?: string;
  /** The tracked address of each link, by the name under which the message declares it. */
  readonly links: Readonly<Record<string, string>>;
  /** Where the person withdraws. */
  readonly unsubscribe: string;
}

/** The class of consent that a message needs. */
export type Purpose = 'marketing' | 'service';

interface BaseMessage<Med extends TouchMedium, Props extends object> {
  readonly medium: Med;
  /**
   * What the person's consent must cover: `marketing` needs one where the medium asks for it; `service` is about something the person has
   * ordered or asked for, and goes out unless they refused the medium.
   */
  readonly purpose: Purpose;
  /** Euros for one, all included: print and postage, or the provider's price of a mail. */
  readonly cost: number;
  /** Props to show the message with, in previews and tests. */
  readonly sample: Props;
}

/** Where a link leads: a page of the scenario, or an address outside. */
export type LinkTarget = { readonly page: string } | { readonly url: string };

/** A mail. `social` messages are mails too: they invite to a page on a network, since no network lets us write to its members. */
export interface EmailMessage<Med extends 'email' | 'social', Props extends object> extends BaseMessage<Med, Props> {
  /** The links it has, each tracked by a token of its own. */
  readonly links: Readonly<Record<string, LinkTarget>>;
  /**
   * `body` sets names and addresses down as they are, and asks of them no more than whether they are there: then it is drawn once for all who get it with the same props, variant and
   * language, and each person's are merged in. Drawn anew for each person unless said.
   */
  readonly merges?: true;
  subject(context: MessageContext<Props>): string;
  /** The line that mailboxes show after the subject. */
  preheader(context: MessageContext<Props>): string;
  body(context: MessageContext<Props>): ReactElement;
}

/** A mailpiece. It carries a QR code and a personal address (PURL), two tokens that open the same page. */
interface Mailpiece<Props extends object> extends BaseMessage<'print', Props> {
  /** Stock, such as `350 g/m² silk`, and the class of postage, such as `Lettre verte` or `publicitaire J+3`; both go into the manifest. */
  readonly paper: string;
  readonly postageClass: string;
  /** Working days from hand-over to letter box: the in-home estimate of a class whose name does not tell and that is in no table (docs/addresses.md). */
  readonly deliveryDays: number;
  /** The page of the scenario that its QR code and PURL open. */
  readonly page: string;
}

/** A card in the house's own drawing: the renderer places its text. */
export interface PrintMessage<Props extends object> extends Mailpiece<Props> {
  readonly format: 'a6-postcard';
  content(context: MessageContext<Props>): PostcardContent;
}

/**
 * A mailpiece of any format in a design of its own.
 *
 * @example const offer: DesignedMessage<Props, 'dl-letter-fr'> = { format: 'dl-letter-fr', content: ({ person }) => fill(LETTER, { … }), … }
 */
export interface DesignedMessage<Props extends object, Format extends FormatName> extends Mailpiece<Props> {
  readonly format: Format;
  content(context: MessageContext<Props>): DesignedContent<Format>;
}

export type AnyPrintMessage = PrintMessage<object> | DesignedMessage<object, FormatName>;
export type PrintContent = PostcardContent | DesignedContent;

export type AnyMessage = AnyPrintMessage | EmailMessage<'email', object> | EmailMessage<'social', object>;

/** The type that a scenario's path is written against, read off its message definitions. */
export type MessagesOf<Definitions> = {
  readonly [N in keyof Definitions]: Definitions[N] extends BaseMessage<infer Med, infer Props> ? { readonly medium: Med; readonly props: Props } : never;
};
