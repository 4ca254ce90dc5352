import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** The time of the sandbox's Lob, in milliseconds since 1970: the world's, moved on by whoever tests what happens days later. */
export interface SandboxTime {
  now(): number;
}

const move = z.strictObject({ advanceMs: z.int().min(0).max(1_000 * 86_400_000) });

/** `POST /sandbox/lob/clock` with `advanceMs` moves it on. */
export function timeRoutes(app: FastifyInstance): SandboxTime {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  app.post('/sandbox/lob/clock', async (request, reply) => {
    const parsed = move.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ message: z.prettifyError(parsed.error) });
    ahead += parsed.data.advanceMs;
    return { now: new Date(now()).toISOString() };
  });
  return { now };
}
