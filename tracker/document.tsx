import { randomBytes } from 'node:crypto';
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
  const nonce = randomBytes(16).toString('base64');
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
    .send(renderDocument(document, nonce));
}

/** A page's HTML. Its styles and script run under a policy that names the nonce; without one, under a policy that lets any run. */
export function renderDocument(document: Document, nonce?: string): string {
  return `<!doctype html>${renderToStaticMarkup(<Html document={document} nonce={nonce} />)}`;
}

function Html({ document, nonce }: { document: Document; nonce: string | undefined }) {
  const { language, title, styles, body, beacon } = document;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: styles }} />
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

/** Says once that the page was seen, as soon as it is: a page that was fetched ahead or opened in the background has had no reader yet. */
function seenScript(beacon: string): string {
  return `(function(d){function seen(){if(d.visibilityState!=='visible')return;d.removeEventListener('visibilitychange',seen);navigator.sendBeacon(${JSON.stringify(beacon)})}d.addEventListener('visibilitychange',seen);seen()})(document)`;
}
