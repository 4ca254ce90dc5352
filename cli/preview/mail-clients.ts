import type { Check } from './question.ts';
import { tags } from './mail-checks.ts';

/**
 * What mail programs do not show as it is written, by "Can I email" (caniemail.com, November 2026) for Gmail, Outlook for Windows, Orange, Yahoo and SFR. What merely
 * degrades (round corners, night colours) is no fault.
 */
const PROPERTIES: readonly { readonly fails: (property: string, value: string, tag: string) => boolean; readonly why: string }[] = [
  { fails: (property, value) => property === 'display' && !/^(none|block|inline|inline-block|table|table-cell|table-row)$/.test(value), why: 'Gmail and Outlook know no flex and no grid: lay it out by a table' },
  { fails: (property) => property === 'position' || property === 'float', why: 'Gmail drops position, Outlook float: lay it out by a table' },
  { fails: (property, value) => property.startsWith('margin') && /(^|\s)-\d/.test(value), why: 'Gmail and Outlook drop negative margins' },
  { fails: (property, value, tag) => property.startsWith('margin') && /\bauto\b/.test(value) && tag !== 'table', why: 'Outlook centres nothing by margins: set align' },
  { fails: (property, value, tag) => property.startsWith('padding') && /[1-9]/.test(value) && !['td', 'th', 'a'].includes(tag), why: 'Outlook pads table cells alone: set it on a cell' },
  { fails: (property, value, tag) => /^border(-(top|right|bottom|left))?$/.test(property) && /[1-9]/.test(value) && !['td', 'th', 'table', 'a', 'hr'].includes(tag), why: 'Outlook draws the borders of tables and cells alone' },
  { fails: (property, value) => /^border/.test(property) && !/radius/.test(property) && Number(/(\d+)px/.exec(value)?.[1] ?? 0) > 8, why: 'Outlook draws no border of more than 8 px' },
  { fails: (property, value, tag) => property === 'max-width' && tag !== 'table' && value !== '0' && value !== '100%', why: 'Outlook keeps max-width on tables alone' },
  { fails: (_, value) => /\b\d*\.?\d+(rem|vw|vh|ch)\b/.test(value), why: 'Outlook knows px and %, no rem, vw, vh or ch' },
  { fails: (_, value) => /\b(calc|var|clamp|min|max|rgba|hsla?|oklch)\(|#[0-9a-f]{8}\b|#[0-9a-f]{4}\b(?![0-9a-f])/i.test(value), why: 'Outlook knows no calc, no variables and no colours but #rrggbb and rgb()' },
  { fails: (property, value) => property === 'background-image' || /url\(/.test(value), why: 'Outlook shows no picture behind a text: set a colour' },
];
const ELEMENTS = /<(svg|script|form|input|button|select|video|audio|iframe|object|embed|link|base|math|canvas)\b/gi;
/** Gmail drops a block of styles of more characters than this. */
const MOST_STYLES = 8_192;

/** Whether a mail shows as it is meant in the programs that people read mails with; a check for each thing that is wrong, or one that all is well. */
export function mailClients(html: string): Check[] {
  const faults = [...elements(html), ...inlined(html), ...properties(html), ...images(html), ...buttons(html), ...night(html)];
  if (faults.length === 0) return [{ state: 'good', title: 'Shows in Gmail and Outlook as it is written' }];
  return [...new Map(faults.map((fault) => [`${fault.title}${fault.detail}`, fault])).values()];
}

type Fault = Check & { readonly detail: string };

function elements(html: string): Fault[] {
  return [...new Set([...html.matchAll(ELEMENTS)].map(([, name]) => name!.toLowerCase()))].map((name) => ({ state: 'bad', title: `It has a <${name}>`, detail: 'Gmail takes it out. Draw it with tables, or leave it to the page.' }));
}

/** What is styled by a class alone is bare wherever the head's styles are dropped. */
function inlined(html: string): Fault[] {
  const bare = everyTag(html).filter(({ attributes: { class: name, style } }) => name !== undefined && !style);
  const styles = [...html.matchAll(/<style[^>]*>([^<]*)<\/style>/gi)].map(([, css]) => css!);
  const loose = styles.join('').replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '').trim();
  return [
    ...bare.map(({ tag, attributes }): Fault => ({ state: 'bad', title: `A <${tag}> has styles by its class alone`, detail: `.${attributes['class']}: Gmail’s app drops the head’s styles for other accounts. Set them inline as well.` })),
    ...(styles.some((css) => css.length > MOST_STYLES) ? [{ state: 'bad', title: 'Too many styles in the head', detail: `Gmail drops blocks of more than ${MOST_STYLES} characters.` } as const] : []),
    ...(loose !== '' ? [{ state: 'bad', title: 'Styles in the head that are no adaptation', detail: `${loose.slice(0, 80)}: set them inline, and keep the head for narrow screens and night colours.` } as const] : []),
  ];
}

function properties(html: string): Fault[] {
  return everyTag(html).flatMap(({ tag, attributes: { style = '' } }) => {
    // What is hidden is hidden in any case: the preheader, the honeypot.
    if (/display:\s*none/.test(style)) return [];
    return style.split(';').flatMap((declaration) => {
      const [property = '', value = ''] = [declaration.slice(0, declaration.indexOf(':')).trim().toLowerCase(), declaration.slice(declaration.indexOf(':') + 1).trim()];
      return PROPERTIES.filter(({ fails }) => fails(property, value, tag)).map(({ why }): Fault => ({ state: 'bad', title: `${property}: ${value} on a <${tag}>`, detail: `${why}.` }));
    });
  });
}

/** Outlook shows a picture at its own size unless an attribute says another; Gmail and Outlook show none that is set in as data. */
function images(html: string): Fault[] {
  return tags(html, 'img').flatMap(({ src = '', width }) => [
    ...(width === undefined ? [{ state: 'warn', title: 'An image without its width', detail: 'Outlook shows it at its file’s size: set width as an attribute.' } as const] : []),
    ...(src.startsWith('data:') ? [{ state: 'warn', title: 'An image set in as data', detail: 'Gmail and Outlook show its alternative text instead. Draw it with tables.' } as const] : []),
  ]);
}

/** A link that looks like a button has its padding in Outlook by parts that only Outlook reads (react-email’s Button). */
function buttons(html: string): Fault[] {
  const links = [...html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi)].map(([, attributes, content]) => ({ style: /style="([^"]*)"/.exec(attributes!)?.[1] ?? '', content: content! }));
  const flat = links.filter(({ style, content }) => /background-color/.test(style) && /padding/.test(style) && !(/mso-padding-alt/.test(style) && content.includes('<!--[if mso]>')));
  return flat.map(() => ({ state: 'bad', title: 'A button that Outlook squeezes', detail: 'Outlook pads no links: use the kit’s Action or react-email’s Button.' }));
}

function night(html: string): Fault[] {
  const metas = tags(html, 'meta').map(({ name, content }) => `${name}=${content}`);
  const told = ['color-scheme=light dark', 'supported-color-schemes=light dark'].every((meta) => metas.includes(meta));
  return told && html.includes('prefers-color-scheme:dark') ? [] : [{ state: 'warn', title: 'No night colours', detail: 'Set both metas (color-scheme, supported-color-schemes) and colours for @media (prefers-color-scheme:dark): else mailboxes invert it as they like.' }];
}

function everyTag(html: string): { tag: string; attributes: Record<string, string> }[] {
  const body = html.slice(Math.max(0, html.indexOf('<body')));
  return [...body.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gi)].map(([whole, tag]) => ({ tag: tag!.toLowerCase(), attributes: tags(whole, tag!)[0] ?? {} }));
}
