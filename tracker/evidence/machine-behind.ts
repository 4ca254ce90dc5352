import type { FastifyRequest } from 'fastify';
import { isbot } from 'isbot';
import { isDisguised } from './disguise.ts';

/** Why a hit is no person's. The first six show in the request, the last three in what happened around it. */
export type Machine = 'head-request' | 'no-browser' | 'bot' | 'mail-scanner' | 'outdated-browser' | 'prefetch' | 'too-soon' | 'all-at-once' | 'honeypot';

/** Chrome and Firefox say so when they fetch a page that nobody has asked for yet, Safari when it draws a thumbnail of one. */
const PURPOSES = ['sec-purpose', 'purpose', 'x-moz', 'x-purpose'] as const;

/** What names of browsers were found to be: a few hundred make nearly all requests, and each is tried by a hundred patterns. */
const found = new Map<string, Machine | undefined>();
const MOST_NAMES = 1_000;

function namedIn(agent: string): Machine | undefined {
  if (found.has(agent)) return found.get(agent);
  if (found.size === MOST_NAMES) found.clear();
  const machine = isbot(agent) ? 'bot' : isDisguised(agent);
  found.set(agent, machine);
  return machine;
}

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
  const named = namedIn(agent);
  if (named) return named;
  for (const name of PURPOSES) {
    const purpose = headers[name];
    if (purpose !== undefined && /prefetch|prerender|preview/i.test(String(purpose))) return 'prefetch';
  }
  return undefined;
}
