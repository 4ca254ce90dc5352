import type { CSSProperties, ReactNode } from 'react';
import type { Brand } from './brand.ts';
import type { Language } from './language.ts';

/** Colours of a mail by what they are for; `#rrggbb`. Text on its ground should have a contrast of 4.5 to 1 (WCAG AA). */
export interface MailColours {
  /** Around the letter, and the letter itself. */
  readonly page: string;
  readonly paper: string;
  readonly ink: string;
  readonly heading: string;
  /** Small print. */
  readonly muted: string;
  readonly accent: string;
  readonly line: string;
  /** Ground of a voucher. */
  readonly panel: string;
}

/** How a brand's mails look. Only faces that mailboxes have; no picture is loaded from anywhere. */
export interface MailLook {
  readonly brand: Brand;
  readonly colours: MailColours;
  /** For mailboxes that ask for night colours. */
  readonly night: Pick<MailColours, 'page' | 'paper' | 'ink' | 'muted' | 'accent' | 'line' | 'panel'> & {
    /** Where the day's button would be lost in the dark. */
    readonly button?: { readonly ground: string; readonly text: string };
  };
  readonly faces: { readonly heading: string; readonly body: string; readonly small: string };
  /** Over the defaults of each part. */
  readonly heading?: CSSProperties;
  readonly body?: CSSProperties;
  readonly button?: CSSProperties;
  readonly letter?: CSSProperties;
  /** The brand's name above the letter. */
  masthead(speech: Language): ReactNode;
}

/**
 * What inline styles can't say: narrow screens, and night colours for mailboxes that ask for them. A mailbox that inverts colours by
 * itself gets a plain light mail, whose inversion is readable too.
 */
export function adaptations({ night }: MailLook): string {
  const rule = (names: string, style: string) => `${names}{${style}!important}`;
  return [
    '@media (max-width:480px){.column{padding:0 0 28px!important}.inset{padding:30px 24px 34px!important}.headline{font-size:28px!important;line-height:34px!important}.button{display:block!important;text-align:center!important}}',
    '@media (prefers-color-scheme:dark){',
    rule('.page', `background-color:${night.page}`),
    rule('.letter', `background-color:${night.paper}`),
    rule('.panel', `background-color:${night.panel}`),
    rule('.ink', `color:${night.ink}`),
    rule('.quiet', `color:${night.muted}`),
    rule('.mark', `color:${night.accent}`),
    rule('.tint', `background-color:${night.accent}`),
    rule('.rule', `border-color:${night.line}`),
    ...(night.button ? [rule('.button', `background-color:${night.button.ground}!important;color:${night.button.text}`)] : []),
    '}',
  ].join('');
}
