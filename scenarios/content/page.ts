import type { ReactElement } from 'react';
import type { AskedQuestion, PageQuestion } from './ask.ts';
import type { Duration } from '../vocabulary/index.ts';
import type { ConsentsToAsk, PageConsent } from './consent.ts';
import type { Person } from './message.ts';

/** What a personal page is written from. */
export interface PageContext {
  /** Whom the page may greet: nobody unless it `greets`, since whoever has the address sees the page. */
  readonly person: Person;
  readonly locale: string;
  /** What is known, the prospect's latest answers included. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** What the page asks now: of its questions those whose answers are not known. None: it thanks, and shows what matters. */
  readonly asked: readonly AskedQuestion[];
  /** The consents that it asks, and whether a mail to prove the mailbox is on its way. */
  readonly consents: ConsentsToAsk;
  /** Where the form posts to; the page's own address. */
  readonly action: string;
  /** True after the form was sent: the page thanks. */
  readonly answered: boolean;
  /** What was wrong with the answers, by field; empty at first. */
  readonly problems: Readonly<Record<string, string>>;
  /** The choices of a form that comes back with problems, by field; empty at first. */
  readonly given: Readonly<Record<string, string>>;
  /** Goes into the form as the hidden field `form`, so that a form sent twice makes one reply. */
  readonly formId: string;
  /** The person's voucher code: the page's token in a shape that is easy to read aloud, such as `7KQ9X-M2PAB`. */
  readonly voucher: string;
  /** Where the person withdraws. */
  readonly unsubscribe: string;
}

/** A personal page: server-rendered, no script but the beacon that the tracker adds. */
export interface PersonalPage {
  title(context: PageContext): string;
  /** CSS, set in the page's head under a content security policy that allows no other. */
  readonly styles: string;
  body(context: PageContext): ReactElement;
  /** Its questions, each by `ask` or `offer`; an answer becomes a fact, checked by the scenario's schema. A field that is none of them is ignored. */
  readonly asks: readonly PageQuestion[];
  /** Consents that it asks, each by `consent`; none unless said. Show them by the kit's `ConsentForm`. */
  readonly consents?: readonly PageConsent[];
  /** Questions at a time; all that are open unless said. */
  readonly atOnce?: number;
  /** For how long its links are good from when they were sent, campaign time; then a page says what can be done instead. For ever unless said. */
  readonly goodFor?: Duration;
  /** What it may show of who the reader is, for the address alone proves nothing; nothing unless said. */
  readonly greets?: 'first-name';
}
