import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

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
  const { html, at } = withoutStyles(document, nonce);
  return html.slice(0, at) + document.styles + html.slice(at);
}

/** @returns where the styles belong, too. They are the larger half of a page, and the same for all its readers. */
function withoutStyles(document: Document, nonce: string | undefined): { readonly html: string; readonly at: number } {
  const html = `<!doctype html>${renderToStaticMarkup(<Html document={document} nonce={nonce} />)}`;
  return { html, at: html.indexOf('</style>') };
}

function Html({ document: { language, title, body, beacon }, nonce }: { document: Document; nonce: string | undefined }) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style nonce={nonce} />
      </head>
      <body>
        {body}
        {beacon && (
          <>
            <script nonce={nonce} dangerouslySetInnerHTML={{ __html: seenScript(beacon) }} />
            <noscript>
              <img src={`${beacon.replace('?', '.gif?')}`} alt="" width="1" height="1" />
            </noscript>
          </>
        )}
      </body>
    </html>
  );
}

const encoded = new Map<string, Buffer>();
/** Bytes of a UTF-16 unit in UTF-8, at most. */
const WIDEST = 3;

/** As bytes: to encode French text takes as long as to render it, so the styles are encoded once. */
function encode(document: Document, nonce: string): Buffer {
  const { html, at } = withoutStyles(document, nonce);
  let styles = encoded.get(document.styles);
  if (!styles) encoded.set(document.styles, (styles = Buffer.from(document.styles)));
  const bytes = Buffer.allocUnsafe(html.length * WIDEST + styles.length);
  let length = bytes.write(html.slice(0, at));
  length += styles.copy(bytes, length);
  length += bytes.write(html.slice(at), length);
  return bytes.subarray(0, length);
}

/** Says once that the page was seen, as soon as it is: a page that was fetched ahead or opened in the background has had no reader yet. */
function seenScript(beacon: string): string {
  return `(function(d){function seen(){if(d.visibilityState!=='visible')return;d.removeEventListener('visibilitychange',seen);navigator.sendBeacon(${JSON.stringify(beacon)})}d.addEventListener('visibilitychange',seen);seen()})(document)`;
}
