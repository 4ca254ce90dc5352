import type { FastifyBaseLogger } from 'fastify';
import { safeParse } from 'zod';
import { timeZoneOf } from '../client/time-zone.ts';
import { campaignTime } from '../engine/clock.ts';
import type { InferredFacts } from '../engine/inferred.ts';
import { offsetOf } from '../engine/time-zone.ts';
import type { PersonalResponse, ScenarioContent, Seen } from '../scenarios/content/index.ts';
import { workflowTypeOf, type Evidence } from '../scenarios/vocabulary/index.ts';
import { inferredSince, keepInferred, observedOf, seenOf, TELLING, type InferredFact, type Observed, type RecordedResponse } from '../store/fact-sources.ts';
import type { Store } from '../store/index.ts';
import type { About } from './intake.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An event from which something may be inferred, stored in the same transaction. */
export interface Telling {
  readonly about: About;
  readonly eventId: string;
  /** Real time. */
  readonly at: Date;
}

export interface InferenceParts {
  readonly contentOf: (workflowType: string) => ScenarioContent;
  readonly logger: FastifyBaseLogger;
}

/** Whether an event shows what a person does, by which they may be known better. */
export function isTelling({ kind, evidence }: { readonly kind: string; readonly evidence: Evidence }): boolean {
  return evidence === 'human' && (TELLING as readonly string[]).includes(kind);
}

/**
 * Infers what the scenario's rules conclude from all that the person has done, this event included, and keeps it: in the transaction that stores the event. About who has
 * objected to every medium nothing is inferred.
 *
 * @returns what the journey is to be told of the person.
 */
export async function infer(transaction: Store, { contentOf, logger }: InferenceParts, { about, eventId, at }: Telling): Promise<InferredFacts | undefined> {
  const observed = await observedOf(transaction, about.journeyId);
  if (!observed || observed.objects) return undefined;
  const content = contentOf(workflowTypeOf({ name: observed.scenario, version: observed.version }));
  if (!content.inferences || content.inferences.length === 0) return undefined;
  const { responses, touches } = await seenOf(transaction, observed.prospectId);
  const seen: Seen = {
    scenario: observed.scenario,
    responses: responses.map((response) => localised(response, observed)),
    touches: touches.map((touch) => ({ ...touch, at: touch.at.getTime() })),
    now: campaignTime(about.clock, at.getTime()),
  };
  const facts = content.inferences.flatMap((inference): InferredFact[] => {
    const conclusion = inference.conclude(seen);
    if (!conclusion) return [];
    const { fact, source } = inference;
    const schema = content.facts.shape[fact];
    const checked = schema && safeParse(schema, conclusion.value);
    if (checked?.success) return [{ fact, source, ...conclusion, value: checked.data }];
    logger.warn({ fact, source, scenario: observed.scenario }, 'expected an inferred fact to be one that the scenario’s schema takes; it is dropped');
    return [];
  });
  await keepInferred(transaction, { prospectId: observed.prospectId, journeyId: about.journeyId, eventId, at, facts });
  return inferredSince(transaction, about.journeyId);
}

function localised({ link, page, variant, at, clock, ...response }: RecordedResponse, place: Observed): PersonalResponse {
  const time = campaignTime(clock, at.getTime());
  const local = time + offsetOf(timeZoneOf(place), time);
  const named = { ...(link === null ? {} : { link }), ...(page === null ? {} : { page }), ...(variant === null ? {} : { variant }) };
  return { ...response, ...named, at: time, day: Math.floor(local / DAY), hour: Math.floor(local / HOUR) % 24 };
}
