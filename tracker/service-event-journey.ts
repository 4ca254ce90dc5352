import { workflowTypeOf } from '../scenarios/vocabulary/index.ts';
import type { FindLink, Store } from '../store/index.ts';
import type { TrackerParts } from './create-tracker.ts';
import type { About, Occurrence } from './intake.ts';
import { linkOf, tokenOfVoucher } from './link-token.ts';
import type { ServiceEvent } from './service-event-schema.ts';

/** A journey with the scenario that it runs. */
interface Found extends About {
  readonly workflowType: string;
  readonly touch?: string;
}

type Resolved =
  | { readonly occurrence: Pick<Occurrence, 'about' | 'touch' | 'data'>; readonly unknown?: string }
  | { readonly problem: { readonly field: string; readonly message: string } };

/**
 * The journey that a service's event is about: named, or found by a token or voucher code. An event about an unknown journey is kept with
 * what it said, so that it can be told apart later. Facts of a reply are checked by the schema of the journey's scenario.
 */
export async function resolveJourney({ store, find, contentOf }: Pick<TrackerParts, 'store' | 'find' | 'contentOf'>, event: ServiceEvent): Promise<Resolved> {
  const voucher = event.token ?? (event.journey === undefined && event.kind === 'redeem' ? event.data.voucher : undefined);
  const found = event.journey !== undefined ? await byId(store, event.journey) : await byToken(find, voucher ?? '');
  if (!found) {
    const named = event.journey ?? voucher ?? '';
    const unknown = `Expected a journey of a campaign, got '${named}'. The event is stored as unknown and tells nobody.`;
    return { occurrence: { data: { ...event.data, ...(event.journey === undefined ? { token: named } : { journey: named }) }, ...(event.touch ? { touch: event.touch } : {}) }, unknown };
  }
  const touch = found.touch ?? event.touch;
  const occurrence = { about: found, data: event.data, ...(touch === undefined ? {} : { touch }) };
  if (event.kind !== 'reply') return { occurrence };
  const checked = contentOf(found.workflowType).facts.partial().strict().safeParse(event.data.facts);
  const issue = checked.error?.issues[0];
  if (issue) return { problem: { field: ['data', 'facts', ...issue.path].join('.'), message: issue.message } };
  return { occurrence: { ...occurrence, data: { facts: checked.data } } };
}

async function byId(store: Store, id: string): Promise<Found | undefined> {
  const row = await store
    .selectFrom('journeys as j')
    .innerJoin('campaigns as c', 'c.id', 'j.campaign_id')
    .select(['j.id', 'j.prospect_id', 'c.clock', 'c.scenario', 'c.version'])
    .where('j.id', '=', id)
    .executeTakeFirst();
  return row && { journeyId: row.id, prospectId: row.prospect_id, clock: row.clock, workflowType: workflowTypeOf({ name: row.scenario, version: row.version }) };
}

async function byToken(find: FindLink, voucher: string): Promise<Found | undefined> {
  const link = await linkOf(find, tokenOfVoucher(voucher), ['qr', 'purl', 'click', 'unsubscribe']);
  if (!link) return undefined;
  const { journey, campaign, prospectId, touch } = link;
  return { journeyId: journey.id, prospectId, clock: campaign.clock, touch: touch.name, workflowType: workflowTypeOf({ name: campaign.scenario, version: campaign.version }) };
}
