import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../engine/clock.ts';
import { KINDS, type Evidence, type Kind } from '../scenarios/vocabulary/index.ts';
import { carryInferred } from '../store/events.ts';
import { recordEvent, type Link, type RecordedEvent, type Store } from '../store/index.ts';
import type { InferredFacts } from '../engine/inferred.ts';
import { applyConsequences, isConsequent } from './consequences.ts';
import { infer, isTelling, type InferenceParts } from './inferences.ts';
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
  /**
   * `consent-asked` is a yes to a mailbox that is still to be proven, or the proof of one that is: journeys are told of the `consent` that follows. Of a
   * `refund` they are not told.
   */
  readonly kind: Kind | 'accepted' | 'opened' | 'clicked' | 'consent-asked' | 'refund';
  readonly evidence: Evidence;
  /** Which way it came: `tracker`, `personal-page`, `mailgun`, `lob`, `service`. */
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
  /** What follows from it for the person is saved already. */
  readonly isApplied?: boolean;
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
  /** Stores what `save` saves and the events that it says follow, all or nothing; their journeys are told after the request was answered. */
  receiveAll(request: FastifyRequest, save: (transaction: Store) => Promise<readonly Occurrence[]>): Promise<void>;
}

/** The one door by which events come in: committed first, then answered, then signalled. */
export function createIntake(app: FastifyInstance, { store, signaller, contentOf }: { store: Store; signaller: Signaller } & Pick<InferenceParts, 'contentOf'>): Intake {
  const rules = { contentOf, logger: app.log };
  app.decorateRequest('toTell');
  // Hooks that call back, not promises: each request passes all of them.
  app.addHook('onRequest', (request, _reply, done) => {
    request.toTell = [];
    done();
  });
  app.addHook('onResponse', (request, _reply, done) => {
    for (const event of request.toTell) signaller.offer(event);
    done();
  });

  return {
    async receive(request, given, first) {
      const occurrence = stamped(given);
      // A bare hit is one statement; a transaction would only add two round trips.
      const alone = !first && !isConsequent(given.kind) && !isTelling(given);
      const recorded = alone
        ? await record(store, occurrence, rules)
        : await store.transaction().execute(async (transaction) => {
            await first?.(transaction);
            return record(transaction, occurrence, rules);
          });
      toTell(request, occurrence, recorded);
      return recorded;
    },
    async receiveAll(request, save) {
      const stored = await store.transaction().execute(async (transaction) => {
        const all: { occurrence: Stored; recorded: Taken }[] = [];
        for (const given of await save(transaction)) {
          const occurrence = stamped(given);
          all.push({ occurrence, recorded: await record(transaction, occurrence, rules) });
        }
        return all;
      });
      for (const { occurrence, recorded } of stored) toTell(request, occurrence, recorded);
    },
  };
}

/** An occurrence with its time. */
type Stored = Occurrence & { readonly at: Date; readonly data: Readonly<Record<string, unknown>> };

function stamped(occurrence: Occurrence): Stored {
  return { ...occurrence, at: occurrence.at ?? new Date(), data: occurrence.data ?? {} };
}

/** What became of an event, and what was inferred from it about its person. */
type Taken = RecordedEvent & { readonly inferred?: InferredFacts };

function toTell(request: FastifyRequest, { about, kind, at, data, hold, eventId, evidence, touch }: Stored, { id, signal, duplicate, inferred }: Taken): void {
  if (signal !== 'pending' || duplicate || hold || !about || !isReport(kind)) return;
  request.toTell.push({ id, eventId, journeyId: about.journeyId, kind, touch: touch ?? null, at, evidence, data: inferred ? { ...data, inferred } : data, clock: about.clock });
}

/** Stores what came in by another way than a request, to be told by the relay. To be called in a transaction where its kind has consequences, or something is inferred from it. */
export function recordOccurrence(transaction: Store, occurrence: Occurrence, rules: InferenceParts): Promise<RecordedEvent> {
  return record(transaction, stamped(occurrence), rules);
}

async function record(store: Store, occurrence: Stored, rules: InferenceParts): Promise<Taken> {
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
  if (about && !occurrence.isApplied && (!recorded.duplicate || kind === 'unsubscribe')) await applyConsequences(store, { ...about, kind, data, source, at: occurrence.at, evidence: occurrence.evidence, ...(occurrence.touch === undefined ? {} : { touch: occurrence.touch }) });
  if (!about || recorded.duplicate || !isTelling(occurrence)) return recorded;
  const inferred = await infer(store, rules, { about, eventId: occurrence.eventId, at: occurrence.at });
  // With the event, so that whoever tells the journey later tells it that as well.
  if (inferred && recorded.signal === 'pending') await carryInferred(store, { id: recorded.id, inferred });
  return inferred ? { ...recorded, inferred } : recorded;
}

function isReport(kind: Occurrence['kind']): kind is Kind {
  return (KINDS as readonly string[]).includes(kind);
}

/** The journey that a link belongs to. */
export function aboutLink(link: Link): About {
  return { journeyId: link.journey.id, prospectId: link.prospectId, clock: link.campaign.clock };
}
