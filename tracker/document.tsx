import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { escaped } from '../scenarios/kit/escaped.ts';

/** A whole HTML page, before it is rendered. */
export interface Document {
  readonly language: string;
  readonly title: string;
  readonly styles: string;
  readonly body: ReactElement;
  /** Where the page says that it was seen; none when it should not. */
  readonly beacon?: string;
}

/**
 * Answers with a page: no store or search engine keeps it, nothing but its own styles and beacon runs on it, and no address of it, which
 * holds a token, leaks to the sites that it links to.
 */
export function sendDocument(reply: FastifyReply, document: Document, status = 200): FastifyReply {
  const nonce = randomUUID();
  const policy = [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'`,
    `script-src ${document.beacon ? `'nonce-${nonce}'` : `'none'`}`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    })
    .send(encode(document, nonce));
}

/** A page's HTML. Its styles and script run under a policy that names the nonce; without one, under a policy that lets any run. */
export function renderDocument(document: Document, nonce?: string): string {
  const { before, after } = around(document, nonce);
  return before + document.styles + after;
}

const encoded = new Map<string, Buffer>();
/** Bytes of a UTF-16 unit in UTF-8, at most. */
const WIDEST = 3;

/** As bytes. To encode French text takes as long as to render it, and the styles are the larger half of a page and the same for all its readers: they are encoded once. */
function encode(document: Document, nonce: string): Buffer {
  const { before, after } = around(document, nonce);
  let styles = encoded.get(document.styles);
  if (!styles) encoded.set(document.styles, (styles = Buffer.from(document.styles)));
  const bytes = Buffer.allocUnsafe((before.length + after.length) * WIDEST + styles.length);
  let length = bytes.write(before);
  length += styles.copy(bytes, length);
  length += bytes.write(after, length);
  return bytes.subarray(0, length);
}

/** What stands before and after the styles. The frame of a page is text: React is for what is in it. */
function around({ language, title, body, beacon }: Document, nonce: string | undefined): { readonly before: string; readonly after: string } {
  const allowed = nonce === undefined ? '' : ` nonce="${nonce}"`;
  const seen = beacon === undefined ? '' : `<script${allowed}>${seenScript(beacon)}</script><noscript><img src="${escaped(beacon.replace('?', '.gif?'))}" alt="" width="1" height="1"/></noscript>`;
  return {
    before: `<!doctype html><html lang="${escaped(language)}"><head>${METAS}<title>${escaped(title)}</title><link rel="icon" href="data:,"/><style${allowed}>`,
    after: `</style></head><body>${renderToStaticMarkup(body)}${seen}</body></html>`,
  };
}

const METAS = [
  '<meta charSet="utf-8"/>',
  '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
  '<meta name="robots" content="noindex, nofollow"/>',
  '<meta name="format-detection" content="telephone=no"/>',
].join('');

/** Says once that the page was seen, as soon as it is: a page that was fetched ahead or opened in the background has had no reader yet. */
function seenScript(beacon: string): string {
  return `(function(d){function seen(){if(d.visibilityState!=='visible')return;d.removeEventListener('visibilitychange',seen);navigator.sendBeacon(${JSON.stringify(beacon)})}d.addEventListener('visibilitychange',seen);seen()})(document)`;
}
