import { timeZoneOf } from '../../client/time-zone.ts';
import { campaignTime, type Clock, type JournalEntry, type Past } from '../../engine/index.ts';
import { scenarioOf } from '../../scenarios/index.ts';
import { contentOf } from '../../scenarios/content/index.ts';
import { trace, type Traced } from '../../simulator/explore/index.ts';
import type { Reachable, TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { findCampaign } from '../../store/campaigns.ts';
import type { Store } from '../../store/connect.ts';
import { journeyRecords, type JourneyRecord } from '../../store/journey-records.ts';
import { reachable } from '../../store/recipient.ts';

/** Records read at once. */
const PAGE = 500;

/** A person in a campaign: their way so far, and what it was told from. */
export interface TracedPerson extends Traced {
  readonly record: JourneyRecord;
}

/** What there is of a campaign to trace. */
export interface TracedCampaign {
  readonly scenario: string;
  readonly version: number;
  /** Those whom that version leads. */
  people(): AsyncGenerator<TracedPerson>;
}

export interface TraceOptions {
  /** Milliseconds of the world until which the records tell; now unless said. */
  readonly now?: number;
  /** The people whom this version leads: the one that the campaign was launched with unless said, else one that they were moved to. */
  readonly version?: number | undefined;
}

/**
 * The people of a campaign, each traced over the scenario's own path from what Postgres has on record: nothing is asked of Temporal.
 *
 * @throws Error when there is no such campaign.
 */
export async function traceCampaign(store: Store, campaignId: string, { now = Date.now(), version: asked }: TraceOptions = {}): Promise<TracedCampaign> {
  const campaign = await findCampaign(store, campaignId);
  if (!campaign) throw new Error(`Expected a campaign of this database, got '${campaignId}'. Launch it first: parcours launch <scenario> --campaign ${campaignId}.`);
  const { scenario: name, clock } = campaign;
  const version = asked ?? campaign.version;
  const type = `${name}.v${version}`;
  const scenario = scenarioOf(type);
  const learnable = learnableFacts(type);
  return {
    ...{ scenario: name, version },
    async *people() {
      for (let page = await journeyRecords(store, { campaignId, limit: PAGE }); page.length > 0; page = await journeyRecords(store, { campaignId, after: page.at(-1)!.id, limit: PAGE })) {
        const reach = await reachable(store, page.map(({ prospectId }) => prospectId));
        for (const record of page.filter(({ movedTo }) => (movedTo ?? campaign.version) === version)) {
          const start: TracedPerson['start'] = { facts: factsAtFirst(record, learnable), timeZone: timeZoneOf(record), reachable: reachableAtFirst(record, reach.get(record.prospectId)), ...pastOf(record, { clock, now }) };
          if (record.status === 'entered') yield { record, start, leftOver: [], story: { factors: [], steps: [] } };
          else yield placed(record, await trace(scenario, start));
        }
      }
    },
  };
}

/** Only a journey that another version led before may have touches on record that this one does not ask for. */
function placed(record: JourneyRecord, traced: Traced): TracedPerson {
  const isStranger = record.movedTo === null && traced.leftOver.length > 0;
  return { record, ...traced, ...(isStranger && traced.problem === undefined ? { problem: `it has not asked for ${traced.leftOver.join(', ')}` } : {}) };
}

/** What was told on the way was not known when it began. */
function factsAtFirst({ facts, events }: JourneyRecord, learnable: readonly string[]): Readonly<Record<string, unknown>> {
  const told = new Set(events.flatMap(({ data }) => Object.keys((data['facts'] as object | undefined) ?? {})));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !told.has(name) || !learnable.includes(name)));
}

/** Consents as they are now, and what was open before the journey itself closed it. */
function reachableAtFirst({ touches, events }: JourneyRecord, now: Reachable = { print: false, email: false, social: false }): Reachable {
  const closed = events.some(({ kind }) => kind === 'unsubscribe' || kind === 'bounced' || kind === 'complained' || kind === 'returned');
  const sent = (medium: TouchMedium) => touches.some((touch) => touch.medium === medium && touch.sent);
  const open = (medium: TouchMedium) => now[medium] || (closed && sent(medium));
  return { print: open('print'), email: open('email'), social: open('social') };
}

function learnableFacts(type: string): string[] {
  return Object.entries(contentOf(type).facts.shape).flatMap(([name, schema]) => (schema.safeParse(undefined).success ? [name] : []));
}

function pastOf({ touches, choices, events, startedAt }: JourneyRecord, { clock, now }: { clock: Clock; now: number }): { began: number; past: Past } {
  const journal: JournalEntry[] = [
    ...touches.map(({ touch, message, medium, sent, why, variant, at, handedOver, inHome }): JournalEntry => {
      const receipt = { sent, why, at, ...(variant === null ? {} : { variant }), ...(sent && handedOver !== null ? { handedOver } : {}), ...(sent && inHome !== null ? { inHome } : {}) };
      return { at, type: 'touch', touch, message, medium, receipt };
    }),
    ...choices.map(({ choice, point, arm, policy, chance, at }): JournalEntry => ({ at, type: 'choice', choice, point, options: [arm], receipt: { arm, policy, chance, at } })),
    ...events.map(({ eventId, kind, touch, evidence, data, at }): JournalEntry => {
      const happened = campaignTime(clock, at);
      return { at: happened, type: 'report', eventId, kind, evidence, happened, ...(touch === null ? {} : { touch }), data };
    }),
  ];
  const present = campaignTime(clock, now);
  // A journey is marked as started a little after it was: its first touch may have been asked for before.
  const began = Math.min(startedAt === null ? present : campaignTime(clock, startedAt), ...[...touches, ...choices].map(({ at }) => at));
  return { began, past: { present, journal: journal.sort((one, other) => one.at - other.at) } };
}
