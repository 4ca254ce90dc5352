import { sql } from 'kysely';
import { firstPolicy } from '../../learning/index.ts';
import { policies } from '../../scenarios/boiler-renewal/policies.ts';
import { createCampaign, type Campaign } from '../../store/campaigns.ts';
import { bringIntoForce } from '../../store/policies.ts';
import type { Store } from '../../store/connect.ts';
import { DAY, delay, random } from './invented-campaign.ts';

/** The present, at which nothing younger than a day is on record. */
export const NOW = Date.now();
const onDay = (day: number) => new Date(NOW + day * DAY).toISOString();

interface Rows {
  readonly prospects: object[];
  readonly journeys: object[];
  readonly touches: object[];
  readonly mailpieces: object[];
  readonly decisions: object[];
  readonly events: object[];
}

/**
 * A campaign of a hundred days as Postgres has it: everybody gets a card, of those who scan it a thank-you in one of two variants. The truth: cards are scanned by a third after about 4 days,
 * whoever is silent gets another after 28; `warm` is clicked twice as often as `factual`, after which some withdraw. Bots, a holdout and a recalled card are on record too.
 */
export async function recordedCampaign(store: Store, { people = 1_500, seed = 5 } = {}): Promise<Campaign> {
  const campaign: Campaign = { id: 'spring', scenario: 'boiler-renewal', version: 3, goal: ['purchase', 'redeem'], clock: { epoch: 0, speed: 1 }, holdout: 0.1, seed: 's', pace: 10, printEvery: DAY };
  await createCampaign(store, campaign);
  await store.insertInto('print_runs').values({ id: 'spring/run', campaign_id: 'spring', cut_off: onDay(-95), handed_over_at: onDay(-95) }).execute();
  const snapshot = firstPolicy(policies['thank-you']!, ['warm', 'factual']);
  await bringIntoForce(store, { campaignId: 'spring', point: 'thank-you', arms: ['warm', 'factual'], medium: 'email', snapshot, campaignAt: new Date(NOW - 95 * DAY) });
  const draw = random(seed);
  const rows: Rows = { prospects: [], journeys: [], touches: [], mailpieces: [], decisions: [], events: [] };
  for (let number = 0; number < people; number += 1) enter(rows, { id: `p-${number}`, draw, policy: snapshot.hash });
  await insertAll(store, rows);
  return campaign;
}

function enter({ prospects, journeys, touches, mailpieces, decisions, events }: Rows, { id, draw, policy }: { id: string; draw: () => number; policy: string }): void {
  const journey = `spring/${id}`;
  const about = { journey_id: journey, campaign_id: 'spring', prospect_id: id, source: 'test', signal: 'done' };
  const held = draw() < 0.1;
  const inHome = -90 + Math.floor(draw() * 20);
  const facts = { boilerAge: Math.floor(draw() * 25), customer: draw() < 0.4 ? 'yes' : 'no', energy: 'gas', storeDistance: Math.round(draw() * 30), store: 'Saint-Aubin' };
  prospects.push({ id, facts: draw() < 0.2 ? { ...facts, interest: 'service' } : facts });
  journeys.push({ id: journey, campaign_id: 'spring', prospect_id: id, holdout: held, status: held ? 'entered' : 'ended', ended_at: held ? null : onDay(inHome + 60) });
  if (held) return;
  const touch = (message: string, medium: string, day: number, rest: object) => touches.push({ id: `${journey}/${message}/1`, journey_id: journey, message, medium, status: 'sent', why: 'sent', props: {}, variant: null, policy: null, propensity: null, at: onDay(day), campaign_at: onDay(day), ...rest });
  touch('renewal-postcard', 'print', inHome - 4, { cost: 0.62 });
  const recalled = draw() < 0.02;
  mailpieces.push({ touch_id: `${journey}/renewal-postcard/1`, print_run_id: 'spring/run', status: recalled ? 'recalled' : 'printed', in_home_estimate: onDay(inHome) });
  if (recalled) return;
  const event = (kind: string, day: number, evidence: string, on: string) => events.push({ ...about, event_id: `${id}-${kind}-${evidence}-${on}`, kind, evidence, touch: `${on}/1`, data: {}, at: onDay(day) });
  if (draw() < 0.1) event('scan', inHome + 0.1, 'bot', 'renewal-postcard');
  if (draw() >= 0.33) {
    touch('reminder-card', 'print', inHome + 28, { cost: 0.62 });
    mailpieces.push({ touch_id: `${journey}/reminder-card/1`, print_run_id: 'spring/run', status: 'printed', in_home_estimate: onDay(inHome + 32) });
    return;
  }
  const scanned = inHome + Math.min(27, delay(draw));
  event('scan', scanned, 'human', 'renewal-postcard');
  const arm = draw() < 0.5 ? 'warm' : 'factual';
  touch('thank-you', 'email', scanned + 1, { variant: arm, policy, propensity: 0.5, cost: 0.002 });
  decisions.push({ id: `${journey}/thank-you/1`, journey_id: journey, campaign_id: 'spring', point: 'thank-you', arm, policy, propensity: 0.5, propensities: { warm: 0.5, factual: 0.5 }, campaign_at: onDay(scanned + 1), at: onDay(scanned + 1) });
  if (draw() < (arm === 'warm' ? 0.6 : 0.25)) event('click', scanned + 1.3, 'human', 'thank-you');
  if (arm === 'factual' && draw() < 0.12) event('unsubscribe', scanned + 2, 'human', 'thank-you');
}

async function insertAll(store: Store, rows: Rows): Promise<void> {
  for (const [table, all] of Object.entries(rows) as [keyof Rows, object[]][]) {
    if (all.length === 0) continue;
    const columns = sql.join(Object.keys(all[0]!).map((column) => sql.ref(column)));
    await sql`INSERT INTO ${sql.table(table)} (${columns}${table === 'events' ? sql`, received_at` : sql``}) SELECT ${columns}${table === 'events' ? sql`, at` : sql``} FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(all)}::jsonb)`.execute(store);
  }
}
