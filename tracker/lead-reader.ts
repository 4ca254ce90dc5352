import type { FastifyBaseLogger } from 'fastify';
import { z } from 'zod';
import type { Lead, Meta } from '../activities/social/meta.ts';
import type { ScenarioContent } from '../scenarios/content/index.ts';
import { workflowTypeOf } from '../scenarios/vocabulary/index.ts';
import { findLink, TOKEN_PATTERN, type Store } from '../store/index.ts';
import { findJourneyByEmail, settleLead, type LeadToFetch } from '../store/leads.ts';
import { recordOccurrence, type About } from './intake.ts';

/** What filling in a form means, by the form's id; `reply` unless said. A follow has the page's name after a colon: `follow:facebook`. */
export type LeadForms = Readonly<Record<string, 'reply' | `follow:${string}`>>;

export interface LeadReaderParts {
  readonly store: Store;
  readonly meta: Meta;
  readonly forms: LeadForms;
  readonly contentOf: (workflowType: string) => ScenarioContent;
  readonly logger: FastifyBaseLogger;
}

/** The form's hidden field with the token of the link by which its reader came (Lead Ads, tracking parameters). */
const TOKEN_FIELD = 'parcours';
/** Leads are kept by Meta for 90 days; one that can't be read for days is given up, on record. */
const ATTEMPTS = 40;

/**
 * Fetches a lead's answers and takes them in as what their form means: `reply` with the facts that the scenario's schema knows, or `follow` confirmed. Whose they
 * are the hidden token says, else the email; both stay here. Answers that are no facts are dropped.
 *
 * @returns false when it could not be fetched, and is to be tried again.
 */
export async function readLead({ store, meta, forms, contentOf, logger }: LeadReaderParts, { id, formId, attempts }: LeadToFetch): Promise<boolean> {
  let lead: Lead;
  try {
    lead = await meta.lead(id);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const isOver = (error as { name?: string }).name === 'PermanentError' || attempts >= ATTEMPTS;
    await settleLead(store, { id, status: isOver ? 'failed' : 'new', problem });
    logger.warn({ lead: id, reason: problem }, isOver ? 'lead given up' : 'lead not fetched, tried again later');
    return isOver;
  }
  const whose = await whoseLead(store, lead.fields);
  if (!whose) {
    await settleLead(store, { id, status: 'unknown', problem: `Expected field '${TOKEN_FIELD}' with a token, or the email of somebody on a journey, got neither.` });
    return true;
  }
  const meaning = forms[formId] ?? 'reply';
  const facts = factsIn(lead.fields, contentOf(whose.scenario));
  await store.transaction().execute(async (transaction) => {
    await recordOccurrence(transaction, {
      ...{ eventId: `meta:lead:${id}`, evidence: 'human', source: 'meta', at: lead.at, about: whose.about },
      ...(meaning === 'reply' ? { kind: 'reply', data: { facts } } : { kind: 'follow', data: { page: meaning.slice('follow:'.length) } }),
      ...(whose.touch === undefined ? {} : { touch: whose.touch }),
    }, { contentOf, logger });
    await settleLead(transaction, { id, status: 'done' });
  });
  return true;
}

interface Whose {
  readonly about: About;
  readonly touch?: string;
  readonly scenario: string;
}

async function whoseLead(store: Store, fields: Readonly<Record<string, string>>): Promise<Whose | undefined> {
  const token = fields[TOKEN_FIELD] ?? '';
  const link = TOKEN_PATTERN.test(token) ? await findLink(store, token) : undefined;
  if (link) return { about: { journeyId: link.journey.id, prospectId: link.prospectId, clock: link.campaign.clock }, touch: link.touch.name, scenario: workflowTypeOf({ name: link.campaign.scenario, version: link.campaign.version }) };
  const found = fields['email'] ? await findJourneyByEmail(store, fields['email']) : undefined;
  return found && { about: found, scenario: workflowTypeOf({ name: found.scenario, version: found.version }) };
}

/** The answers that the scenario's schema knows as facts, each checked; Meta sends the words of a choice in lower case with underscores. */
function factsIn(fields: Readonly<Record<string, string>>, { facts }: ScenarioContent): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const schema = facts.shape[name];
      if (!schema) return [];
      const checked = [value, value.replaceAll('_', '-'), value.replaceAll('_', ' ')].map((one) => z.safeParse(schema, one)).find(({ success }) => success);
      return checked?.success ? [[name, checked.data]] : [];
    }),
  );
}
