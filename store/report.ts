import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { liftOf, type Lift } from './lift.ts';
import { answersOf, conversionsOf, delayOf, revenueOf, touchesOf, type Answers, type TouchCount } from './report-queries.ts';

/** What a campaign did and what came of it, as far as is known now. Counts are of people who were not held out, unless said. */
export interface CampaignReport {
  readonly campaign: {
    readonly id: string;
    readonly scenario: string;
    readonly version: number;
    readonly goal: readonly string[];
    readonly clock: Clock;
    /** Days of the campaign's time since its launch, until now or until its last journey ended. */
    readonly days: number;
  };
  readonly audience: { readonly people: number; readonly treated: number; readonly holdout: number };
  /** People by what was done to them and what they did; each step of the path is seldom more than the one before. */
  readonly people: Answers & { readonly printed: number; readonly mailed: number; readonly invited: number };
  readonly mailpieces: { readonly printed: number; readonly queued: number; readonly recalled: number };
  /** Journeys by how they ended, most first; and those under way. */
  readonly outcomes: readonly { readonly outcome: string; readonly journeys: number }[];
  readonly running: number;
  /** Touches that were deliberately not made, most first. */
  readonly notSent: readonly { readonly message: string; readonly why: string; readonly touches: number }[];
  /** In the campaign's currency. */
  readonly cost: {
    readonly byMedium: readonly { readonly medium: TouchMedium; readonly touches: number; readonly cost: number }[];
    readonly total: number;
    /** Over those who bought or redeemed; undefined before the first. */
    readonly perConversion?: number;
  };
  readonly revenue: readonly { readonly currency: string; readonly orders: number; readonly amount: number }[];
  /** Treated against holdout; undefined without a holdout. */
  readonly lift?: Lift;
  /** From letter box to first answer, in days of the campaign's time. */
  readonly answerDelay: { readonly pieces: number; readonly medianDays?: number };
}

/**
 * The report of a campaign, read from Postgres; while it runs, too.
 *
 * @param now the world's time, for campaigns under way.
 * @throws Error when there is no such campaign.
 * @example
 * const report = await campaignReport(store, 'spring-2027');
 * report.lift?.verdict; // 'positive'
 */
export async function campaignReport(store: Store, campaignId: string, now = new Date()): Promise<CampaignReport> {
  const campaign = await store.selectFrom('campaigns').selectAll().where('id', '=', campaignId).executeTakeFirst();
  if (!campaign) throw new Error(`Expected a campaign of this database, got '${campaignId}'. Launch it first: parcours launch <scenario> --campaign ${campaignId}.`);
  const query = { store, campaignId, goal: campaign.goal, clock: campaign.clock };
  const [journeys, touches, answers, conversions, revenue, answerDelay] = await Promise.all([
    journeysOf(store, campaignId),
    touchesOf(query),
    answersOf(query),
    conversionsOf(query),
    revenueOf(query),
    delayOf(query),
  ]);
  const cost = costOf(touches);
  const until = journeys.running > 0 || !journeys.lastEnd ? now : journeys.lastEnd;
  return {
    campaign: {
      id: campaign.id,
      scenario: campaign.scenario,
      version: campaign.version,
      goal: campaign.goal,
      clock: campaign.clock,
      days: ((until.getTime() - campaign.created_at.getTime()) * campaign.clock.speed) / 86_400_000,
    },
    audience: { people: journeys.treated + journeys.holdout, treated: journeys.treated, holdout: journeys.holdout },
    people: { ...answers, printed: touches.people.printed, mailed: touches.people.mailed, invited: touches.people.invited },
    mailpieces: touches.mailpieces,
    outcomes: journeys.outcomes,
    running: journeys.running,
    notSent: touches.notSent,
    cost: { ...cost, ...(conversions.treated > 0 && { perConversion: cost.total / conversions.treated }) },
    revenue,
    ...withLift(liftOf({ of: journeys.treated, converted: conversions.treated }, { of: journeys.holdout, converted: conversions.holdout })),
    answerDelay,
  };
}

function costOf({ sent }: { sent: readonly TouchCount[] }) {
  return { byMedium: sent, total: sent.reduce((sum, { cost }) => sum + cost, 0) };
}

function withLift(lift: Lift | undefined): { lift?: Lift } {
  return lift ? { lift } : {};
}

async function journeysOf(store: Store, campaignId: string) {
  const rows = await store
    .selectFrom('journeys')
    .select(['holdout', 'status', 'outcome', sql<number>`count(*)::int`.as('journeys'), sql<Date | null>`max(ended_at)`.as('last_end')])
    .where('campaign_id', '=', campaignId)
    .groupBy(['holdout', 'status', 'outcome'])
    .orderBy('journeys', 'desc')
    .orderBy('outcome')
    .execute();
  const treated = rows.filter((row) => !row.holdout);
  const sum = (of: typeof rows): number => of.reduce((total, row) => total + row.journeys, 0);
  const ended = treated.filter((row) => row.status === 'ended');
  return {
    treated: sum(treated),
    holdout: sum(rows) - sum(treated),
    running: sum(treated) - sum(ended),
    outcomes: ended.map(({ outcome, journeys }) => ({ outcome: outcome ?? 'unknown', journeys })),
    lastEnd: ended.map((row) => row.last_end).reduce((latest, end) => (!latest || (end && end > latest) ? end : latest), null),
  };
}
