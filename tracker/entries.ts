import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ScenarioContent } from '../scenarios/content/index.ts';
import { workflowTypeOf, type Evidence } from '../scenarios/vocabulary/index.ts';
import { enterByEvent, findOpenCampaign, type Entry, type NewProspect, type Store } from '../store/index.ts';
import { checkEntryFacts } from './entry-facts.ts';
import type { Starter } from './starter.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Journeys that are on record and are started once the answer is out. */
    toStart: string[];
  }
}

/** Somebody's event, asking to let a person in. */
export interface EntryRequest {
  readonly eventId: string;
  /** Its name, such as `cart-abandoned`. */
  readonly event: string;
  /** The newest campaign that is open to the event unless said. */
  readonly campaignId?: string;
  readonly prospectId: string;
  /** The prospect itself, where it may not be known yet. */
  readonly prospect?: NewProspect;
  readonly key?: string;
  /** As they came; checked here by the schema of the campaign's scenario. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Which way it came: `service`, `area-page`. */
  readonly source: string;
  /** `human` unless said. */
  readonly evidence?: Evidence;
  /** Real time; now unless said. */
  readonly at?: Date;
}

/** What was wrong with a field, such as `facts.cartTotal`. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface Entries {
  /**
   * Lets a person in, or says why not, or what is wrong with the event. What the answer says is committed; the journey's workflow is started after
   * the request was answered, and by the relay when that can't be.
   */
  receive(request: FastifyRequest, given: EntryRequest): Promise<Entry | { readonly problems: readonly FieldProblem[] }>;
}

/** The door by which people come into campaigns that have no audience. */
export function createEntries(app: FastifyInstance, { store, starter, contentOf }: { store: Store; starter: Starter; contentOf: (workflowType: string) => ScenarioContent }): Entries {
  app.decorateRequest('toStart');
  // Hooks that call back, not promises: each request passes all of them.
  app.addHook('onRequest', (request, _reply, done) => {
    request.toStart = [];
    done();
  });
  app.addHook('onResponse', (request, _reply, done) => {
    for (const journeyId of request.toStart) starter.offer(journeyId);
    done();
  });

  return {
    async receive(request, { campaignId, facts: given, ...event }) {
      const { prospectId, prospect } = event;
      const campaign = await findOpenCampaign(store, { event: event.event, ...(campaignId === undefined ? {} : { campaignId }) });
      const known = await store.selectFrom('prospects').select('facts').where('id', '=', prospectId).executeTakeFirst();
      const problems: FieldProblem[] = [];
      if (!known && !prospect) problems.push({ field: 'prospectId', message: UNKNOWN });
      const schema = campaign && contentOf(workflowTypeOf({ name: campaign.scenario, version: campaign.version })).facts;
      const checked = schema ? checkEntryFacts({ schema, given, known: { ...known?.facts, ...prospect?.facts } }) : { facts: {}, problems: [] };
      problems.push(...checked.problems);
      if (problems.length > 0) return { problems };
      const entry = await enterByEvent(store, { evidence: 'human', at: new Date(), ...event, ...(campaign ? { campaign } : {}), facts: checked.facts });
      // Erased between the look and the lock.
      if (!entry.entered && entry.why === 'unknown-prospect') return { problems: [{ field: 'prospectId', message: UNKNOWN }] };
      if (entry.entered && !entry.duplicate) request.toStart.push(entry.journeyId);
      return entry;
    },
  };
}

const UNKNOWN = 'Expected a prospect of this database, got none of that id. Import them first, or send the prospect itself, with identity and consents, as `prospect`';
