import type { Readable } from 'node:stream';
import { milliseconds, workflowTypeOf } from '../../scenarios/vocabulary/index.ts';
import { scenarioOf } from '../../scenarios/index.ts';
import { findCampaign, recordEvent, type Campaign, type Store } from '../../store/index.ts';
import { candidatesOf, CERTAINTY, knownOrders, type Candidate, type KnownOrder, type MatchMethod } from '../../store/match.ts';
import { tokenOfVoucher } from '../../tracker/link-token.ts';
import { csvTable } from '../csv-table.ts';
import { ImportError } from '../import-error.ts';
import type { RejectedRow } from '../import-prospects.ts';
import { COLUMNS, readPurchase, type Cells, type PurchaseRow } from './purchase-row.ts';

export interface MatchOptions {
  readonly campaignId: string;
  /** The text itself, or a stream of it in UTF-8. */
  readonly csv: string | Readable;
  /** Where it comes from; recorded with each event, such as `import:till-april.csv`. */
  readonly source: string;
  /** The world's time. */
  readonly now?: Date;
}

/** A row, and whether it tells the day without the hour. */
interface DatedRow extends PurchaseRow {
  readonly isDayAlone: boolean;
}

/** A row that nobody of the campaign could be found for. */
export interface UnmatchedRow extends RejectedRow {
  readonly order: string;
}

export interface MatchResult {
  /** Orders by how their buyer was recognised, the surest first. */
  readonly matched: readonly { readonly method: MatchMethod; readonly certainty: string; readonly orders: number }[];
  /** Of the matched, those of people who were held out: they count for the holdout. */
  readonly holdout: number;
  readonly refunds: number;
  /** Orders and refunds that were on record before, from this file or another way. */
  readonly known: number;
  readonly unmatched: readonly UnmatchedRow[];
  /** Rows that can't be read. */
  readonly rejected: readonly RejectedRow[];
}

const METHODS = Object.keys(CERTAINTY) as MatchMethod[];
/** Rows that are committed together. */
const BATCH = 500;
const DAY = 86_400_000;

/**
 * Matches a shop's purchases and redeemed vouchers to the journeys of a campaign. Each becomes an event with the method and the certainty of its match; names, addresses and emails are
 * looked up and not kept. A buyer is found by their prospect id, else their voucher, their email, or their name and address, the surest first; who is held out is found by the same
 * ways and rules. A purchase counts from the day a person entered for as long as the scenario says (`within`). Repeating an import changes nothing.
 *
 * @throws ImportError when no row can be read; Error when there is no such campaign.
 * @example const { matched, unmatched } = await matchPurchases(store, { campaignId: 'spring-2027', csv: createReadStream('till.csv'), source: 'import:till.csv' });
 */
export async function matchPurchases(store: Store, { campaignId, csv, source, now = new Date() }: MatchOptions): Promise<MatchResult> {
  const campaign = await findCampaign(store, campaignId);
  if (!campaign) throw new Error(`Expected a campaign of this database, got '${campaignId}'. Launch it first: parcours launch <scenario> --campaign ${campaignId}.`);
  const rejected: RejectedRow[] = [];
  const unmatched: UnmatchedRow[] = [];
  const orders = new Map<MatchMethod, number>();
  const counts = { holdout: 0, refunds: 0, known: 0 };
  // Refunds that stand above their purchase: far above, it comes in a later batch.
  const early: DatedRow[] = [];
  const commit = async (rows: readonly DatedRow[]): Promise<void> => {
    const outcomes = await store.transaction().execute((transaction) => matchBatch(transaction, { campaign, source, rows }));
    for (const outcome of outcomes) {
      if ('reason' in outcome) unmatched.push(outcome);
      else if (outcome.was === 'early') early.push(outcome.row);
      else if (outcome.was === 'matched') {
        orders.set(outcome.method, (orders.get(outcome.method) ?? 0) + 1);
        if (outcome.holdout) counts.holdout++;
      } else counts[outcome.was]++;
    }
  };

  const batch: DatedRow[] = [];
  for await (const row of csvTable(csv, check)) {
    const read = 'problem' in row ? row.problem : readPurchase(row.cells as Cells, { line: row.line, now });
    if (typeof read === 'string') rejected.push({ line: row.line, reason: read });
    else batch.push({ ...read, isDayAlone: !('cells' in row && row.cells['date']?.includes('T')) });
    if (batch.length === BATCH) await commit(batch.splice(0));
  }
  if (batch.length > 0) await commit(batch);
  for (const waiting = early.splice(0); waiting.length > 0; ) await commit(waiting.splice(0, BATCH));
  unmatched.push(...early.map(({ line, order }) => ({ line, order, reason: 'It is a refund of an order that is not on record for this campaign.' })));
  unmatched.sort((one, other) => one.line - other.line);
  const matched = METHODS.flatMap((method) => (orders.has(method) ? [{ method, certainty: CERTAINTY[method], orders: orders.get(method)! }] : []));
  return { matched, ...counts, unmatched, rejected };
}

function check(header: readonly string[]): void {
  const unknown = header.filter((name) => !(COLUMNS as readonly string[]).includes(name));
  const missing = (['order', 'date', 'amount', 'currency'] as const).filter((name) => !header.includes(name));
  if (unknown.length === 0 && missing.length === 0) return;
  const problems = [...missing.map((name) => `'${name}' is missing`), ...unknown.map((name) => `'${name.slice(0, 40)}' is not one of them`)];
  throw new ImportError('BadColumns', `Expected the columns order, date, amount, currency, and of ${COLUMNS.slice(4).join(', ')} those that tell who bought, got a first line in which ${problems.join('; ')}. Correct the first line of the file.`);
}

type Outcome = UnmatchedRow | { readonly was: 'matched'; readonly method: MatchMethod; readonly holdout: boolean } | { readonly was: 'refunds' | 'known' } | { readonly was: 'early'; readonly row: DatedRow };

async function matchBatch(store: Store, { campaign, source, rows }: { campaign: Campaign; source: string; rows: readonly DatedRow[] }): Promise<Outcome[]> {
  const buyers = rows.map(({ line, prospect, voucher, email, address }) => ({
    line,
    ...(prospect === undefined ? {} : { prospect }),
    ...(voucher === undefined ? {} : { token: tokenOfVoucher(voucher) }),
    ...(email === undefined ? {} : { email }),
    ...(address ? { address } : {}),
  }));
  const found = await candidatesOf(store, { campaignId: campaign.id, buyers });
  const known = await knownOrders(store, { campaignId: campaign.id, orders: rows.map(({ order }) => order) });
  const outcomes: Outcome[] = [];
  // Purchases first: a refund may stand above its purchase in the file.
  for (const row of [...rows].sort((one, other) => Number(one.isRefund) - Number(other.isRefund) || one.line - other.line)) {
    outcomes.push(await matchRow(store, { campaign, source, row, known, found: found.filter(({ line }) => line === row.line) }));
  }
  return outcomes;
}

interface Matching {
  readonly campaign: Campaign;
  readonly source: string;
  readonly row: DatedRow;
  readonly known: Map<string, KnownOrder>;
  readonly found: readonly Candidate[];
}

async function matchRow(store: Store, { campaign, source, row, known, found }: Matching): Promise<Outcome> {
  const { line, order, at, amount, currency } = row;
  const sale = known.get(order);
  const event = { evidence: 'human', source, at } as const;
  if (row.isRefund) {
    if (!sale) return { was: 'early', row };
    const number = row.refund ?? `${at.toISOString().slice(0, 10)}:${amount}`;
    const recorded = await recordEvent(store, { ...event, event_id: `match:${campaign.id}:refund:${order}:${number}`, kind: 'refund', journey_id: sale.journeyId, touch: null, campaign_id: campaign.id, prospect_id: sale.prospectId, data: { order, amount, currency, refund: number }, signal: 'kept' });
    return { was: recorded.duplicate ? 'known' : 'refunds' };
  }
  if (sale) return { was: 'known' };
  const match = choose(found, row, campaign);
  if ('reason' in match) return { line, order, ...match };
  const { method, journeyId, prospectId, touch, holdout } = match;
  const about = { ...event, journey_id: journeyId, touch, campaign_id: campaign.id, prospect_id: prospectId, signal: 'pending' } as const;
  const told = { method, certainty: CERTAINTY[method] };
  // Its hour is not known: what reached the person later that day may have been before it.
  const day = row.isDayAlone ? { day: at.toISOString().slice(0, 10) } : {};
  await recordEvent(store, { ...about, event_id: `match:${campaign.id}:${order}`, kind: 'purchase', data: { order, amount, currency, ...day, ...(row.voucher === undefined ? {} : { voucher: row.voucher }), match: told } });
  // A voucher that was handed in is a redemption as well; the order tells that it is the same.
  if (method === 'voucher') await recordEvent(store, { ...about, event_id: `match:${campaign.id}:${order}:redeem`, kind: 'redeem', data: { voucher: row.voucher, order, ...day, match: told } });
  known.set(order, { order, journeyId, prospectId, clock: campaign.clock });
  return { was: 'matched', method, holdout };
}

/** The surest way decides; where it leads to several people, none of them. Of several journeys of one person, the one about this order, else the latest that it can concern. */
function choose(found: readonly Candidate[], { order, at }: PurchaseRow, { scenario, clock }: Campaign): Candidate | { readonly reason: string } {
  const method = METHODS.find((one) => found.some((candidate) => candidate.method === one));
  const candidates = found.filter((candidate) => candidate.method === method);
  if (candidates.length === 0) return { reason: 'Nobody of this campaign, held out or not, is known by what the row tells.' };
  const people = new Set(candidates.map(({ prospectId }) => prospectId));
  if (people.size > 1) return { reason: `${people.size} people of this campaign share its ${method === 'email' ? 'email' : 'name and address'}; nothing tells which of them bought.` };
  const keyed = candidates.find(({ key }) => key === order);
  if (keyed) return keyed;
  const counting = candidates.filter(({ enteredAt, version }) => {
    const ends = enteredAt.getTime() + milliseconds(scenarioOf(workflowTypeOf({ name: scenario, version })).within) / clock.speed;
    return at.getTime() > enteredAt.getTime() - DAY / 2 && at.getTime() <= ends;
  });
  return counting.at(-1) ?? { reason: at.getTime() < candidates[0]!.enteredAt.getTime() ? 'It was bought before the person entered the campaign.' : 'It was bought after the time within which the campaign counts.' };
}
