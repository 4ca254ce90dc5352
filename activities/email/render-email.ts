import { plainTextSelectors } from '@react-email/render';
import { compile } from 'html-to-text';
import { renderToStaticMarkup } from 'react-dom/server';
import type { EmailMessage, MessageContext, Person } from '../../scenarios/content/index.ts';
import { PermanentError } from '../errors.ts';

/** A mail's three parts. */
export interface RenderedEmail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface EmailToRender {
  /** The message's name in its scenario; for errors. */
  readonly name: string;
  readonly message: EmailMessage<'email' | 'social', object>;
  readonly context: MessageContext<object>;
}

/**
 * Lines of at most 78 characters (RFC 5322, 2.1.1), headings as they are written, addresses in angle brackets, where mailboxes find their
 * end; images and what is hidden left out, as react-email does. Compiled once: react-email's own converter reads its options at each mail.
 */
const toText = compile({
  wordwrap: 78,
  selectors: [
    ...plainTextSelectors,
    { selector: 'h1', options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true } },
  ],
});

/**
 * Renders a mail: subject, HTML, and the same in plain text.
 *
 * React's static rendering, since mails are synchronous: react-email's `render` gives the same HTML by way of streams at nine times the
 * CPU. The text is made from that HTML by react-email's converter, so nothing is rendered twice. Run with `NODE_ENV=production`: React's
 * development build takes ten times as long (measured: 0.5 ms of CPU against 5, and 1.5 to 2 ms for the text either way).
 *
 * @throws PermanentError naming the message when its subject is empty or has line breaks, or when a link that it declares has no address.
 * @example
 * const { subject, html, text } = renderEmail({ name: 'thank-you', message: thankYou, context });
 */
export function renderEmail({ name, message, context }: EmailToRender): RenderedEmail {
  const missing = Object.keys(message.links).find((link) => !context.links[link]);
  if (missing) throw new PermanentError('MissingLink', `Expected an address for link '${missing}' of message '${name}', got none. Give each link that the message declares a tracked address.`);

  const clean = { ...context, person: onOneLine(context.person) };
  const subject = message.subject(clean).trim();
  if (subject === '') throw new PermanentError('BadSubject', `Expected message '${name}' to have a subject, got an empty one. Correct its subject().`);
  if (/[\r\n]/.test(subject)) throw new PermanentError('BadSubject', `Expected the subject of message '${name}' to be one line, got several. Correct its subject().`);

  const html = renderToStaticMarkup(message.body(clean));
  return { subject, html: `<!DOCTYPE html>${html}`, text: `${toText(html).trim()}\n` };
}

/** Names come from other people's files: a line break or control character in one would otherwise end up in a subject. */
function onOneLine({ title, firstName, lastName }: Person): Person {
  const clean = (text: string | null) => text?.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim() || null;
  return { title: clean(title), firstName: clean(firstName), lastName: clean(lastName) };
}
