import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../engine/clock.ts';
import { KINDS, type Evidence, type Kind } from '../scenarios/vocabulary/index.ts';
import { recordEvent, type Link, type RecordedEvent, type Store } from '../store/index.ts';
import { applyConsequences, isConsequent } from './consequences.ts';
import type { Signaller, Tellable } from './signaller.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Committed events whose journeys are told once the answer is out. */
    toTell: Tellable[];
  }
}

/** The journey that an event is about. */
export interface About {
  readonly journeyId: string;
  readonly prospectId: string;
  readonly clock: Clock;
}

/** Something that came in. */
export interface Occurrence {
  /** Unique: a second one with the same id is a repeat. */
  readonly eventId: string;
  readonly kind: Kind | 'accepted' | 'opened' | 'clicked';
  readonly evidence: Evidence;
  /** Which way it came: `tracker`, `personal-page`, `mailgun`, `service`. */
  readonly source: string;
  /** Real time; now unless said. */
  readonly at?: Date;
  readonly data?: Readonly<Record<string, unknown>>;
  /** None when no journey is known by what the sender gave. */
  readonly about?: About;
  /** The campaign of an event that is about no journey, such as a visit of an area's page. */
  readonly campaignId?: string;
  /** `<message>/<occurrence>`; of an unknown touch, what the sender called it. */
  readonly touch?: string;
  /** The journey is not to be told. */
  readonly keep?: boolean;
  /** Milliseconds for which it is not told yet: what is then still to be told, the relay tells. */
  readonly hold?: number;
}

export interface Intake {
  /**
   * Stores an event and what follows from it (consent withdrawn, address suppressed, facts learned) in one transaction. When it
   * returns, all is committed; the journey is told after the request was answered.
   *
   * @param first runs before it in the same transaction; when it throws, nothing is stored.
   */
  receive(request: FastifyRequest, occurrence: Occurrence, first?: (transaction: Store) => Promise<void>): Promise<RecordedEvent>;
}

/** The one door by which events come in: committed first, then answered, then signalled. */
export function createIntake(app: FastifyInstance, { store, signaller }: { store: Store; signaller: Signaller }): Intake {
  app.decorateRequest('toTell');
  app.addHook('onRequest', async (request) => {
    request.toTell = [];
  });
  app.addHook('onResponse', async (request) => {
    for (const event of request.toTell) signaller.offer(event);
  });

  return {
    async receive(request, given, first) {
      const occurrence = { ...given, at: given.at ?? new Date(), data: given.data ?? {} };
      const { about, kind, at, data } = occurrence;
      // A bare hit is one statement; a transaction would only add two round trips.
      const alone = !first && !isConsequent(kind);
      const recorded = alone
        ? await record(store, occurrence)
        : await store.transaction().execute(async (transaction) => {
            await first?.(transaction);
            return record(transaction, occurrence);
          });
      if (recorded.signal === 'pending' && !recorded.duplicate && !occurrence.hold && about && isReport(kind)) {
        const { eventId, evidence, touch = null } = occurrence;
        request.toTell.push({ id: recorded.id, eventId, journeyId: about.journeyId, kind, touch, at, evidence, data, clock: about.clock });
      }
      return recorded;
    },
  };
}

/** Stores what came in by another way than a request, to be told by the relay. To be called in a transaction where its kind has consequences. */
export function recordOccurrence(transaction: Store, occurrence: Occurrence): Promise<RecordedEvent> {
  return record(transaction, { ...occurrence, at: occurrence.at ?? new Date(), data: occurrence.data ?? {} });
}

async function record(store: Store, occurrence: Occurrence & { at: Date; data: Readonly<Record<string, unknown>> }): Promise<RecordedEvent> {
  const { about, kind, data, source } = occurrence;
  const recorded = await recordEvent(store, {
    event_id: occurrence.eventId,
    kind,
    evidence: occurrence.evidence,
    journey_id: about?.journeyId ?? null,
    touch: occurrence.touch ?? null,
    campaign_id: occurrence.campaignId ?? null,
    data,
    source,
    at: occurrence.at,
    signal: occurrence.keep ? 'kept' : 'pending',
    ...(occurrence.hold ? { hold: occurrence.hold } : {}),
  });
  // A repeated withdrawal withdraws again: consent may have been given in between.
  if (about && (!recorded.duplicate || kind === 'unsubscribe')) await applyConsequences(store, { ...about, kind, data, source });
  return recorded;
}

function isReport(kind: Occurrence['kind']): kind is Kind {
  return (KINDS as readonly string[]).includes(kind);
}

/** The journey that a link belongs to. */
export function aboutLink(link: Link): About {
  return { journeyId: link.journey.id, prospectId: link.prospectId, clock: link.campaign.clock };
}
