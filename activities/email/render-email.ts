import { plainTextSelectors } from '@react-email/render';
import { compile } from 'html-to-text';
import { renderToStaticMarkup } from 'react-dom/server';
import type { EmailMessage, MessageContext, Person } from '../../scenarios/content/index.ts';
import { escaped } from '../../scenarios/kit/escaped.ts';
import { isMarked, madeOnce, marked, merged, piecesOf } from '../../scenarios/kit/merge.ts';
import { PermanentError } from '../errors.ts';

/** Characters in a line of text, at most. */
const LINE = 78;

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
  /** The address of a link that no person sees, for machines to follow. */
  readonly honeypot?: string | undefined;
  /** The address of an image that tells that the mail was opened: of those who agreed to it alone. */
  readonly open?: string | undefined;
}

/**
 * Lines of at most 78 characters (RFC 5322, 2.1.1), headings as they are written, addresses in angle brackets, where mailboxes find their
 * end; images and what is hidden left out, as react-email does. Compiled once: react-email's own converter reads its options at each mail.
 */
const toText = compile({
  wordwrap: LINE,
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
export function renderEmail({ name, message, context, honeypot, open }: EmailToRender): RenderedEmail {
  const missing = Object.keys(message.links).find((link) => !context.links[link]);
  if (missing) throw new PermanentError('MissingLink', `Expected an address for link '${missing}' of message '${name}', got none. Give each link that the message declares a tracked address.`);

  const clean = { ...context, person: onOneLine(context.person) };
  const subject = written(name, 'subject()', () => message.subject(clean)).trim();
  if (subject === '') throw new PermanentError('BadSubject', `Expected message '${name}' to have a subject, got an empty one. Correct its subject().`);
  if (/[\r\n]/.test(subject)) throw new PermanentError('BadSubject', `Expected the subject of message '${name}' to be one line, got several. Correct its subject().`);

  const { html, text } = written(name, 'body()', () => (message.merges ? mergedBody(message, clean) : drawn(message, clean)));
  return { subject, html: `<!DOCTYPE html>${withUnseen(html, { honeypot, open })}`, text };
}

type Body = Omit<RenderedEmail, 'subject'>;

function drawn(message: EmailToRender['message'], context: MessageContext<object>): Body {
  const html = renderToStaticMarkup(message.body(context));
  return { html, text: `${toText(html).trim()}\n` };
}

/**
 * Drawn once for all who get it alike: what is one person's own is put in. That they lack a name is no name, so it makes a difference. Where a mark for a name or an address does not come out
 * whole, such as in capitals, the mail is drawn for each.
 */
function mergedBody(message: EmailToRender['message'], context: MessageContext<object>): Body {
  const { props, person, locale, variant, links, unsubscribe } = context;
  const own = new Map(Object.entries({ ...person, unsubscribe }).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  const alike = JSON.stringify([props, locale, variant, [...own.keys()]]);
  if (isMarked(alike)) return drawn(message, context);
  const addresses = Object.entries(links).map(([name, address], index) => ({ name, address, key: `link:${index}` }));
  for (const { key, address } of addresses) own.set(key, address);
  const common = madeOnce(message, alike, () => {
    const at = marked(Object.fromEntries(own));
    const { html, text } = drawn(message, { ...context, person: marked(person), links: Object.fromEntries(addresses.map(({ name, key }) => [name, at[key]!])), ...marked({ unsubscribe }) });
    const pieces = { html: piecesOf(html, own), text: piecesOf(text, own) };
    return pieces.html && pieces.text ? { html: pieces.html, text: pieces.text } : null;
  });
  if (!common) return drawn(message, context);
  return { html: merged(common.html, (name) => escaped(own.get(name)!)), text: merged(common.text, (name) => own.get(name)!).replace(LONG_LINE, wrapped) };
}

const LONG_LINE = new RegExp(`^.{${LINE + 1},}$`, 'gm');

/** A line that names or addresses have made too long, broken where it has spaces; an item of a list goes on as far in. */
function wrapped(line: string): string {
  const indent = /^ *(?:(?:\*|\d+\.) )?/.exec(line)![0];
  const margin = ' '.repeat(indent.length);
  const [first = '', ...words] = line.slice(indent.length).split(' ');
  let length = indent.length + first.length;
  return words.reduce((lines, word) => {
    length += 1 + word.length;
    if (length <= LINE) return `${lines} ${word}`;
    length = margin.length + word.length;
    return `${lines}\n${margin}${word}`;
  }, indent + first);
}

/** What a message's own code makes. What it throws may quote the person, so that only its kind and place are told. */
function written<Text>(name: string, part: string, write: () => Text): Text {
  try {
    return write();
  } catch (error) {
    const { name: kind, stack = '' } = error instanceof Error ? error : new Error();
    const place = /scenarios\/[^\s):]+:\d+/.exec(stack)?.[0];
    throw new PermanentError('BrokenMessage', `Expected ${part} of message '${name}' to give a text, got a ${kind}${place ? ` at ${place}` : ''}. Correct the message; its test with every locale and variant shows it.`, { cause: error });
  }
}

/**
 * What no reader sees goes last, and only into the HTML: to those who hear a mail or read its text the honeypot would be a link like another. It has no
 * words, since hidden words are what filters of spam look for.
 */
function withUnseen(html: string, { honeypot, open }: Pick<EmailToRender, 'honeypot' | 'open'>): string {
  const link = honeypot === undefined ? '' : `<a href="${honeypot}" aria-hidden="true" tabindex="-1" rel="nofollow" style="display:none"></a>`;
  const image = open === undefined ? '' : `<img src="${open}" alt="" width="1" height="1" style="display:block;border:0"/>`;
  if (link + image === '') return html;
  const end = html.lastIndexOf('</body>');
  return end < 0 ? html + link + image : html.slice(0, end) + link + image + html.slice(end);
}

/** Names come from other people's files: a line break or control character in one would otherwise end up in a subject. */
function onOneLine({ title, firstName, lastName }: Person): Person {
  const clean = (text: string | null) => text?.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim() || null;
  return { title: clean(title), firstName: clean(firstName), lastName: clean(lastName) };
}
