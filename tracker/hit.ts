import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Hit } from '../store/index.ts';
import { machineBehind } from './evidence/index.ts';

/**
 * That a printed link was followed, by whom ever: link scanners do it too, so the journey is not told before the page was seen.
 *
 * @param token as it was made, in upper case.
 */
export function hitOf(request: FastifyRequest, { token, link, at }: Pick<Hit, 'token' | 'link' | 'at'>): Hit {
  const because = machineBehind(request);
  return { token, link, eventId: `hit:${randomUUID()}`, evidence: because ? 'bot' : 'logical', because, at };
}
