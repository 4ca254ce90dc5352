import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TrackerParts } from './create-tracker.ts';
import { Refusal } from './failures.ts';
import { resolveJourney } from './service-event-journey.ts';
import { serviceEvent, USUAL_EVIDENCE, type ServiceEvent } from './service-event-schema.ts';

/** Events of one call at most, and bytes. */
const MOST = 500;
const BODY_LIMIT = 1024 * 1024;

/** What was wrong with an event. */
interface Problem {
  readonly index: number;
  /** Such as `data.amount`; empty when it is the event as a whole. */
  readonly field: string;
  readonly message: string;
}

type Result =
  | { readonly id: string; readonly status: 'accepted' | 'duplicate' }
  | { readonly id: string; readonly status: 'unknown-journey'; readonly reason: string }
  | { readonly id: string | null; readonly status: 'invalid'; readonly problems: readonly Problem[] };

/**
 * `POST /v1/events`: a shop, a till or a carrier says what happened, one event or up to 500. Answers 202 with a result for each; what was
 * accepted is committed. An id that was seen before is a repeat, so a call that failed half-way is simply made again.
 */
export function serveServiceEvents(app: FastifyInstance, parts: TrackerParts): void {
  app.post(
    '/v1/events',
    { bodyLimit: BODY_LIMIT, config: { speaks: 'json' }, onRequest: async (request) => requireKey(request, parts.apiKey) },
    async (request, reply) => {
      const given: readonly unknown[] = Array.isArray(request.body) ? request.body : [request.body];
      if (given.length === 0 || given.length > MOST) throw new Refusal(400, 'wrong-number', `Expected 1 to ${MOST} events, got ${given.length}. Send them in several calls.`);
      const results: Result[] = [];
      for (const [index, one] of given.entries()) results.push(await receiveOne(request, parts, { index, given: one }));
      const problems = results.flatMap((result) => (result.status === 'invalid' ? result.problems : []));
      if (results.every((result) => result.status === 'invalid')) {
        throw new Refusal(400, 'invalid-events', `Expected events as docs/events.md describes, got none that is. First: event ${problems[0]?.index}, ${problems[0]?.field || 'whole'}: ${problems[0]?.message}`, problems);
      }
      return reply.code(202).send({ results });
    },
  );
}

async function receiveOne(request: FastifyRequest, parts: TrackerParts, { index, given }: { index: number; given: unknown }): Promise<Result> {
  const parsed = serviceEvent.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({ index, field: issue.path.join('.'), message: issue.message }));
    return { id: idOf(given), status: 'invalid', problems };
  }
  const event: ServiceEvent = parsed.data;
  const found = await resolveJourney(parts, event);
  if ('problem' in found) return { id: event.id, status: 'invalid', problems: [{ index, ...found.problem }] };
  const recorded = await parts.intake.receive(request, {
    eventId: event.id,
    kind: event.kind,
    evidence: event.evidence ?? USUAL_EVIDENCE[event.kind] ?? 'human',
    source: 'service',
    ...(event.at ? { at: event.at } : {}),
    ...found.occurrence,
    keep: event.evidence === 'bot',
  });
  if (recorded.duplicate) return { id: event.id, status: 'duplicate' };
  if (found.unknown) return { id: event.id, status: 'unknown-journey', reason: found.unknown };
  return { id: event.id, status: 'accepted' };
}

function idOf(given: unknown): string | null {
  return typeof given === 'object' && given !== null && 'id' in given && typeof given.id === 'string' ? given.id : null;
}

/** Digests are compared, so that neither content nor length of the key shows in the time it takes. */
function requireKey(request: FastifyRequest, apiKey: string): void {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const digest = (key: string) => createHash('sha256').update(key).digest();
  if (!timingSafeEqual(digest(given), digest(apiKey))) throw new Refusal(401, 'unauthorized', 'Expected Authorization: Bearer <key> with the key of PARCOURS_API_KEY, got none or another.');
}
