import type { View } from './view.ts';

/** Of the preview's own pages: its own styles, script, face, pictures and frames. */
export const PAGE_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; frame-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Of what is shown in frames: no script runs in them and nothing is loaded from anywhere; links open in a window of their own. The same origin, so that
 * the page around may measure them.
 */
export const FRAME_POLICY = "sandbox allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

const DARK = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi;
const LIGHT = /\(\s*prefers-color-scheme\s*:\s*light\s*\)/gi;
const ALWAYS = '(min-width:0px)';
const NEVER = '(max-width:0px)';

/**
 * A mail as a mailbox shows it by day, by night, or with its colours inverted. What it asks of the reader's system is answered in its place, so that it
 * looks the same whatever the system of whoever previews it is set to.
 */
export function inColours(html: string, colours: View['colours']): string {
  const night = colours === 'dark';
  const asked = html.replace(DARK, night ? ALWAYS : NEVER).replace(LIGHT, night ? NEVER : ALWAYS);
  const scheme = `<style>:root{color-scheme:${night ? 'dark' : 'only light'}}${colours === 'inverted' ? INVERTED : ''}</style>`;
  return withHead(asked.replace(/(<meta[^>]*name="(?:supported-)?color-schemes?"[^>]*content=")[^"]*"/gi, `$1${night ? 'dark' : 'light'}"`), scheme);
}

/** About what a mailbox makes of a mail that has no night colours of its own: lightness turned over, hues and pictures kept. */
const INVERTED = 'html{background:#fff;filter:invert(.93) hue-rotate(180deg)}img{filter:invert(1) hue-rotate(180deg)}';

/** Links of a frame open outside of it. */
export function withHead(html: string, more = ''): string {
  const head = `<base target="_blank">${more}`;
  return /<\/head>/i.test(html) ? html.replace(/<\/head>/i, `${head}</head>`) : html.replace(/^(<!doctype html>)?/i, `$1<head>${head}</head>`);
}
