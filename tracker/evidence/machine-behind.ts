import type { FastifyRequest } from 'fastify';
import { isbot } from 'isbot';
import { isDisguised } from './disguise.ts';

/** Why a hit is no person's. The first six show in the request, the last three in what happened around it. */
export type Machine = 'head-request' | 'no-browser' | 'bot' | 'mail-scanner' | 'outdated-browser' | 'prefetch' | 'too-soon' | 'all-at-once' | 'honeypot';

/** Chrome and Firefox say so when they fetch a page that nobody has asked for yet, Safari when it draws a thumbnail of one. */
const PURPOSES = ['sec-purpose', 'purpose', 'x-moz', 'x-purpose'] as const;

/**
 * Whether a request gives itself away as a machine's: link scanners and previews follow printed and mailed links. Tagged, never dropped.
 *
 * @returns undefined for what may be a person, or a machine that hides it (docs/evidence.md).
 * @example machineBehind(request) // 'prefetch'
 */
export function machineBehind({ headers, method }: Pick<FastifyRequest, 'headers' | 'method'>): Machine | undefined {
  const agent = headers['user-agent'];
  if (method === 'HEAD') return 'head-request';
  if (!agent) return 'no-browser';
  if (isbot(agent)) return 'bot';
  const disguised = isDisguised(agent);
  if (disguised) return disguised;
  for (const name of PURPOSES) {
    const purpose = headers[name];
    if (purpose !== undefined && /prefetch|prerender|preview/i.test(String(purpose))) return 'prefetch';
  }
  return undefined;
}
