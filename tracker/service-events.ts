import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TrackerParts } from './create-tracker.ts';
import type { NotEntered } from '../store/index.ts';
import { Refusal } from './failures.ts';
import type { About, Occurrence } from './intake.ts';
import { isAboutContent, journeysOfOrder } from '../store/index.ts';
import { resolveJourney } from './service-event-journey.ts';
import { entryEvent, prospectOf } from './entry-event-schema.ts';
import { journeysConcerned } from './prospect-event.ts';
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
  | { readonly id: string; readonly status: 'accepted' | 'duplicate'; /** Of an event that names its prospect alone. */ readonly journeys?: readonly string[] }
  | ({ readonly id: string; readonly status: 'entered' | 'not-entered' | 'duplicate' } & EntryAnswer)
  | { readonly id: string; readonly status: 'unknown-journey'; readonly reason: string }
  | { readonly id: string | null; readonly status: 'invalid'; readonly problems: readonly Problem[] };

/** What became of an entry event. */
interface EntryAnswer {
  readonly campaign?: string;
  /** Where a journey began. */
  readonly journey?: string;
  /** Where none did. */
  readonly why?: NotEntered;
  readonly notBefore?: string;
}

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
      for (const [index, one] of given.entries()) results.push(await receiveStorable(request, parts, { index, given: one }));
      const problems = results.flatMap((result) => (result.status === 'invalid' ? result.problems : []));
      if (results.every((result) => result.status === 'invalid')) {
        throw new Refusal(400, 'invalid-events', `Expected events as docs/events.md describes, got none that is. First: event ${problems[0]?.index}, ${problems[0]?.field || 'whole'}: ${problems[0]?.message}`, problems);
      }
      return reply.code(202).send({ results });
    },
  );
}

/** One of a batch, as it came. */
interface Given {
  readonly index: number;
  readonly given: unknown;
}

/** What Postgres can't hold is the fault of that event alone, and sent again it would be so for ever: none of the others waits for it. */
async function receiveStorable(request: FastifyRequest, parts: TrackerParts, { index, given }: Given): Promise<Result> {
  try {
    return await receiveOne(request, parts, { index, given });
  } catch (error) {
    if (!isAboutContent(error)) throw error;
    request.log.warn({ index, code: (error as { code?: string }).code }, 'an event can’t be stored');
    return { id: idOf(given), status: 'invalid', problems: [{ index, field: '', message: 'Expected texts and numbers that Postgres can hold, got one that it can’t, such as a text with a NUL or with half a symbol' }] };
  }
}

function receiveOne(request: FastifyRequest, parts: TrackerParts, { index, given }: Given): Promise<Result> | Result {
  if (typeof given === 'object' && given !== null && 'event' in given) return receiveEntry(request, parts, { index, given });
  const parsed = serviceEvent.safeParse(given);
  if (!parsed.success) return invalid(given, { index, issues: parsed.error.issues });
  const event: ServiceEvent = parsed.data;
  if (event.kind === 'refund' && event.journey === undefined && event.token === undefined) return receiveRefund(request, parts, event);
  if (event.prospectId !== undefined) return receiveOfProspect(request, parts, { ...event, prospectId: event.prospectId });
  return receiveOfJourney(request, parts, { index, event });
}

/** It asks to let somebody in. */
async function receiveEntry(request: FastifyRequest, parts: TrackerParts, { index, given }: Given): Promise<Result> {
  const parsed = entryEvent.safeParse(given);
  if (!parsed.success) return invalid(given, { index, issues: parsed.error.issues });
  const { id, event, campaign, prospectId, prospect, key, facts, at, evidence } = parsed.data;
  const answer = await parts.entries.receive(request, {
    ...{ eventId: id, event, facts, source: 'service', prospectId: prospectId ?? prospect!.id },
    ...(prospect ? { prospect: prospectOf(prospect, `event:${event}`) } : {}),
    ...(campaign === undefined ? {} : { campaignId: campaign }),
    ...(key === undefined ? {} : { key }),
    ...(at ? { at } : {}),
    ...(evidence ? { evidence } : {}),
  });
  if ('problems' in answer) return { id, status: 'invalid', problems: answer.problems.map((problem) => ({ index, ...problem })) };
  const status = answer.duplicate ? 'duplicate' : answer.entered ? 'entered' : 'not-entered';
  const said = answer.entered ? { journey: answer.journeyId } : { why: answer.why, ...(answer.notBefore === undefined ? {} : { notBefore: answer.notBefore }) };
  return { id, status, ...(answer.campaignId === undefined ? {} : { campaign: answer.campaignId }), ...said };
}

/** Its sender knows the person only: it is stored once for each journey that it is about. */
async function receiveOfProspect(request: FastifyRequest, parts: TrackerParts, event: ServiceEvent & { prospectId: string }): Promise<Result> {
  const { id, prospectId } = event;
  const concerned = await journeysConcerned(parts.store, event);
  if (concerned.length === 0) {
    const said = { prospectId, ...(event.key === undefined ? {} : { key: event.key }) };
    const recorded = await parts.intake.receive(request, { ...occurrenceOf(event), eventId: id, data: { ...event.data, ...said } });
    if (recorded.duplicate) return { id, status: 'duplicate', journeys: [] };
    return { id, status: 'unknown-journey', reason: `Expected a journey that this is about of prospect '${prospectId}'${event.key === undefined ? '' : ` with key '${event.key}'`}, got none. The event is stored as unknown and tells nobody.` };
  }
  return receiveOfEach(request, parts, { event, concerned });
}

/** It is of the journeys that were told of its order; of an order that nobody has reported, of those of its prospect. */
async function receiveRefund(request: FastifyRequest, parts: TrackerParts, event: ServiceEvent & { kind: 'refund' }): Promise<Result> {
  const { id, prospectId, data } = event;
  const concerned = await journeysOfOrder(parts.store, { order: data.order, ...(prospectId === undefined ? {} : { prospectId }) });
  if (concerned.length > 0) return receiveOfEach(request, parts, { event, concerned });
  if (prospectId !== undefined) return receiveOfProspect(request, parts, { ...event, prospectId });
  const recorded = await parts.intake.receive(request, { ...occurrenceOf(event), eventId: id, data });
  if (recorded.duplicate) return { id, status: 'duplicate' };
  return { id, status: 'unknown-journey', reason: `Expected an order that was reported before, got '${data.order}'. The refund is stored as unknown and counts nowhere. Report the purchase, then send the refund again under another id, or name its journey or prospectId.` };
}

async function receiveOfEach(request: FastifyRequest, parts: TrackerParts, { event, concerned }: { event: ServiceEvent; concerned: readonly About[] }): Promise<Result> {
  const { id } = event;
  let fresh = false;
  for (const about of concerned) {
    const recorded = await parts.intake.receive(request, { ...occurrenceOf(event), eventId: `${id}@${about.journeyId}`, about, data: event.data });
    fresh ||= !recorded.duplicate;
  }
  return { id, status: fresh ? 'accepted' : 'duplicate', journeys: concerned.map(({ journeyId }) => journeyId) };
}

function occurrenceOf({ kind, evidence, at }: ServiceEvent): Pick<Occurrence, 'kind' | 'evidence' | 'source' | 'at' | 'keep'> {
  return { kind, evidence: evidence ?? USUAL_EVIDENCE[kind] ?? 'human', source: 'service', ...(at ? { at } : {}), keep: evidence === 'bot' || kind === 'refund' };
}

async function receiveOfJourney(request: FastifyRequest, parts: TrackerParts, { index, event }: { index: number; event: ServiceEvent }): Promise<Result> {
  const found = await resolveJourney(parts, event);
  if ('problem' in found) return { id: event.id, status: 'invalid', problems: [{ index, ...found.problem }] };
  const recorded = await parts.intake.receive(request, { ...occurrenceOf(event), ...found.occurrence, eventId: event.id });
  if (recorded.duplicate) return { id: event.id, status: 'duplicate' };
  if (found.unknown) return { id: event.id, status: 'unknown-journey', reason: found.unknown };
  return { id: event.id, status: 'accepted' };
}

function invalid(given: unknown, { index, issues }: { index: number; issues: readonly { path: readonly PropertyKey[]; message: string }[] }): Result {
  return { id: idOf(given), status: 'invalid', problems: issues.map(({ path, message }) => ({ index, field: path.join('.'), message })) };
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
