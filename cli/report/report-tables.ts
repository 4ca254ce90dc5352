import { LOSSES, STEPS } from '../../store/figures/index.ts';
import { MODELS, type Credit, type Estimate, type Incremental } from '../../store/attribution/index.ts';
import type { ReportData } from './report-data.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** Columns of each table: a file without rows has its head all the same. */
export const TABLE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  funnel: ['step', 'people', 'of'],
  flows: ['from', 'to', 'journeys'],
  waiting: ['journey', 'message', 'medium', 'answer', 'people'],
  responses: ['medium', 'kind', 'day', 'touches'],
  spending: ['day', 'medium', 'touches', 'cost', 'print_budget'],
  lift: ['treated', 'treated_converted', 'holdout', 'holdout_converted', 'absolute', 'low', 'high', 'verdict'],
  variants: ['message', 'medium', 'variant', 'touches', 'cost', 'answered', 'converted'],
  outcomes: ['outcome', 'journeys'],
  'not-sent': ['message', 'why', 'touches'],
  attribution: ['model', 'by', 'name', 'touches', 'cost', 'orders', 'currency', 'revenue', 'roi'],
  incremental: ['segment', 'measure', 'currency', 'value', 'low', 'high', 'cost'],
};

/** The data of every chart and table of a report as rows, by the name of its file. Names and numbers are raw, in no language. */
export function reportTables({ figures, attribution, incremental, segment }: ReportData): Readonly<Record<string, readonly Row[]>> {
  const { funnel, flows, waiting, variants, spending, responses, lift, endings } = figures;
  return {
    funnel: [...STEPS, ...LOSSES].map((step) => ({ step, people: funnel.steps[step], of: funnel.audience.treated })),
    flows: flows.links.map(({ from, to, journeys }) => ({ from, to, journeys })),
    waiting: waiting.map(({ isToStart, message = null, medium = null, answer = null, people }) => ({ journey: isToStart ? 'to-start' : 'under-way', message, medium, answer, people })),
    responses: responses.flatMap(({ medium, kinds }) => kinds.flatMap(({ kind, days, early }) => [...(early > 0 ? [{ medium, kind, day: null, touches: early }] : []), ...days.map(({ day, touches }) => ({ medium, kind, day, touches }))])),
    spending: spending.days.map(({ day, medium, touches, cost }) => ({ day, medium, touches, cost, print_budget: spending.printBudget ?? null })),
    lift: lift ? [{ treated: lift.treated.of, treated_converted: lift.treated.converted, holdout: lift.holdout.of, holdout_converted: lift.holdout.converted, absolute: lift.absolute, low: lift.interval.low, high: lift.interval.high, verdict: lift.verdict }] : [],
    variants: variants.flatMap(({ message, medium, variants: arms }) => arms.map(({ variant, touches, cost, answered, converted }) => ({ message, medium, variant, touches, cost, answered, converted }))),
    outcomes: endings.outcomes.map(({ outcome, journeys }) => ({ outcome, journeys })),
    'not-sent': endings.notSent.map(({ message, why, touches }) => ({ message, why, touches })),
    attribution: MODELS.flatMap((model) => {
      const { media, variants: arms, segments = [], unattributed } = attribution.models[model];
      const rows = (by: string, credits: readonly Credit[]) => credits.flatMap((credit) => byCurrency(credit.revenue).map(([currency, revenue]) => ({ model, by, name: credit.name, touches: credit.touches, cost: credit.cost, orders: credit.orders, currency, revenue, roi: currency === attribution.currency ? (credit.roi ?? null) : null })));
      const none = byCurrency(unattributed.revenue).map(([currency, revenue]) => ({ model, by: 'none', name: '', touches: 0, cost: 0, orders: unattributed.orders, currency, revenue, roi: null }));
      return [...rows('medium', media), ...rows('variant', arms), ...rows(segment ?? 'segment', segments), ...none];
    }),
    incremental: [...(incremental.whole ? [['', incremental.whole] as const] : []), ...Object.entries(incremental.segments ?? {})].flatMap(([name, one]) => incrementalRows(name, one)),
  };
}

function byCurrency(revenue: Readonly<Record<string, number>>): [string, number][] {
  const all = Object.entries(revenue);
  return all.length === 0 ? [['', 0]] : all;
}

function incrementalRows(segment: string, { conversions, revenue, roi, cost }: Incremental): Row[] {
  const row = (measure: string, { value, low, high }: Estimate, currency = '') => ({ segment, measure, currency, value, low, high, cost });
  return [row('conversions', conversions), ...Object.entries(revenue).map(([currency, one]) => row('revenue', one, currency)), ...(roi ? [row('roi', roi)] : [])];
}
