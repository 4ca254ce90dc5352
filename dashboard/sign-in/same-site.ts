import type { FastifyRequest } from 'fastify';

/**
 * Whether a form was sent from a page of ours, as the browser itself says: by `Sec-Fetch-Site`, or in older ones by `Origin`. What says neither is no
 * browser, and has nobody's cookie.
 */
export function isFromHere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
