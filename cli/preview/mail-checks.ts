import type { LinkTarget } from '../../scenarios/content/message.ts';
import { mailClients } from './mail-clients.ts';
import type { Check } from './question.ts';

/** Bytes from which a mail is warned of; Gmail cuts off what goes beyond 102 kB, the unsubscribe link with it. */
export const HEAVY = 100_000;
export const CLIPPED = 102_000;

export interface MailToCheck {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  /** The tracked address of each link that the message declares. */
  readonly links: Readonly<Record<string, string>>;
  readonly targets: Readonly<Record<string, LinkTarget>>;
  /** The names of the scenario's pages. */
  readonly pages: readonly string[];
  readonly unsubscribe: string;
  /** Of a message that `merges`: its HTML drawn for this reader alone. */
  readonly alone?: string | undefined;
}

/** What a mail must have before anybody is sent it. */
export function checkMail(mail: MailToCheck): Check[] {
  return [weight(mail.html), ...mailClients(mail.html), ...tracking(mail), wayOut(mail), ...pictures(mail.html), textPart(mail), ...listing(mail), ...merging(mail)];
}

/**
 * A tag's attributes. What React renders has each in double quotes, and none with a `>` in it.
 *
 * @example tags('<a href="x">', 'a') // [{ href: 'x' }]
 */
export function tags(html: string, name: string): Record<string, string>[] {
  return [...html.matchAll(new RegExp(`<${name}(\\s[^>]*)?>`, 'gi'))].map(([, attributes = '']) => {
    const found = [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)];
    return Object.fromEntries(found.map(([, attribute, value = '']) => [attribute!.toLowerCase(), value.replaceAll('&amp;', '&')]));
  });
}

function weight(html: string): Check {
  const bytes = Buffer.byteLength(html);
  if (bytes < HEAVY) return { state: 'good', title: 'Under 100 kB of HTML' };
  const title = `${(bytes / 1_000).toFixed(1)} kB of HTML`;
  return { state: bytes >= CLIPPED ? 'bad' : 'warn', title, detail: bytes >= CLIPPED ? 'Gmail shows the first 102 kB and cuts off the rest, the way to unsubscribe with it. Shorten it.' : 'Gmail cuts mails off at 102 kB: little more, and its end is gone.' };
}

function tracking({ html, links, targets, pages, unsubscribe }: MailToCheck): Check[] {
  const addresses = tags(html, 'a').flatMap(({ href }) => (href === undefined ? [] : [href]));
  const known = new Set([...Object.values(links), unsubscribe]);
  const stray = [...new Set(addresses.filter((href) => /^https?:/i.test(href) && !known.has(href)))];
  const unused = Object.entries(links).filter(([, address]) => !addresses.includes(address)).map(([name]) => name);
  const lost = Object.entries(targets).flatMap(([name, target]) => ('page' in target && !pages.includes(target.page) ? [`${name} → ${target.page}`] : []));
  const count = addresses.filter((href) => known.has(href) && href !== unsubscribe).length;
  return [
    stray.length > 0
      ? { state: 'bad', title: 'A link is not tracked', detail: `${stray.join(', ')} goes out as it is, and nobody learns of its clicks. Declare it in the message’s links.` }
      : { state: count > 0 ? 'good' : 'warn', title: count > 0 ? `${count === 1 ? 'Its link is' : count === 2 ? 'Both links are' : `All ${count} links are`} tracked` : 'It has no link', ...(count > 0 ? {} : { detail: 'A journey can’t hear from a mail that leads nowhere.' }) },
    ...(unused.length > 0 ? [{ state: 'warn', title: 'A declared link is not in it', detail: `${unused.join(', ')}: with these props the mail leaves it out.` } as const] : []),
    ...(lost.length > 0 ? [{ state: 'bad', title: 'A link leads to no page', detail: `${lost.join(', ')}: add the page to the scenario’s pages.` } as const] : []),
  ];
}

function wayOut({ html, text, unsubscribe }: MailToCheck): Check {
  const inHtml = tags(html, 'a').some(({ href }) => href === unsubscribe);
  if (inHtml && text.includes(unsubscribe)) return { state: 'good', title: 'Unsubscribe link, in both parts' };
  return { state: 'bad', title: `No unsubscribe link in the ${inHtml ? 'text' : 'HTML'}`, detail: 'Set context.unsubscribe as a link: the law and every mailbox ask for it.' };
}

/** Of mails and pages: pictures with words for those who don't see them, none of them from elsewhere. */
export function pictures(html: string): Check[] {
  const images = tags(html, 'img');
  const silent = images.filter(({ alt }) => alt === undefined).length;
  const sources = [...images.map(({ src = '' }) => src), ...tags(html, '\\w+').flatMap(({ background = '' }) => background), ...[...html.matchAll(/url\((?:&quot;|['"])?([^)'"&]+)/gi)].map(([, url]) => url!)];
  const outside = sources.filter((source) => /^(https?:)?\/\//i.test(source));
  return [
    silent > 0
      ? { state: 'bad', title: `${silent} of ${images.length} images without alt`, detail: 'Say what it shows, or alt="" for decoration: many mailboxes show no image at first.' }
      : { state: 'good', title: images.length === 0 ? 'No images to describe' : 'All images have alternative text' },
    outside.length > 0 ? { state: 'bad', title: 'It loads images from elsewhere', detail: `${outside.join(', ')} tells its host who opened the mail and when. Draw it with HTML, or set it in as data.` } : { state: 'good', title: 'Nothing is loaded from elsewhere' },
  ];
}

function textPart({ text, links }: MailToCheck): Check {
  const missing = Object.entries(links).filter(([, address]) => !text.includes(address)).map(([name]) => name);
  if (text.trim().length < 40) return { state: 'bad', title: 'The text part says next to nothing', detail: 'Who reads mails as text, or has them read out, gets an empty one.' };
  if (missing.length === Object.keys(links).length && missing.length > 0) return { state: 'warn', title: 'The text part has none of the links', detail: `${missing.join(', ')}: whoever reads it as text can’t follow them.` };
  return { state: 'good', title: 'Text part, with its links' };
}

function listing({ subject, preheader }: MailToCheck): Check[] {
  const length = [...subject].length;
  return [
    length > 60 ? { state: 'warn', title: `Subject of ${length} characters`, detail: 'Most mailboxes show 60, a phone some 40.' } : { state: 'good', title: `Subject of ${length} characters` },
    preheader.trim() === '' ? { state: 'warn', title: 'No preheader', detail: 'Mailboxes show the first words of the mail after its subject instead.' } : { state: 'good', title: 'Preheader' },
  ];
}

function merging({ html, alone }: MailToCheck): Check[] {
  if (alone === undefined) return [];
  if (alone === html) return [{ state: 'good', title: 'Merged, it is the mail that is drawn for this reader alone' }];
  return [{ state: 'bad', title: 'Merged, it is another mail', detail: 'body() does more with a name or an address than set it down, so drawn once for all it is wrong for this reader. Take `merges` off the message, or set them down as they are.' }];
}
