import type { FastifyRequest } from 'fastify';
import { isbot } from 'isbot';

/** Why a request is no person's. */
export type Machine = 'head-request' | 'bot' | 'no-browser' | 'prefetch' | 'too-soon';

/**
 * Whether a request gives itself away as a machine's: link scanners and previews follow printed and mailed links. Tagged, never dropped.
 *
 * @returns undefined for what may be a person.
 */
export function machineBehind(request: FastifyRequest): Machine | undefined {
  const { headers, method } = request;
  const agent = headers['user-agent'];
  if (method === 'HEAD') return 'head-request';
  if (!agent) return 'no-browser';
  if (isbot(agent)) return 'bot';
  // Chrome and Firefox say so when they fetch a page that nobody has asked for yet.
  if ([headers['sec-purpose'], headers['purpose'], headers['x-moz']].some((purpose) => String(purpose ?? '').includes('prefetch'))) return 'prefetch';
  return undefined;
}

/** The language of a visitor of whom nothing else is known; French unless English is asked for first. */
export function languageOf(request: FastifyRequest): 'fr' | 'en' {
  const asked = (request.headers['accept-language'] ?? '').toLowerCase().split(',').map((one) => one.trim().slice(0, 2));
  return asked.find((one) => one === 'fr' || one === 'en') === 'en' ? 'en' : 'fr';
}
