import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { countedJourneys, type CountedJourney, type CountedTouch } from '../figures/journey-facts.ts';
import { isResponse } from '../figures/additions.ts';
import type { FigureQuery } from '../figures/index.ts';
import { costsOf, type Costs } from './costs.ts';
import { MODELS, sharesOf, type Model } from './models.ts';
import { ordersOf, type Order } from './orders.ts';
import { segmentsOf } from './segments.ts';

const DAY = 86_400_000;

/** Days during which an order may be put down to a touch: of print from the in-home moment on, of the others from the sending on. Our defaults; paper is answered later than mail. */
export const WINDOWS: Readonly<Record<TouchMedium, number>> = { print: 60, email: 14, social: 14 };

export interface AttributionOptions {
  /** Days; `WINDOWS` for media left out. */
  readonly windows?: Partial<Readonly<Record<TouchMedium, number>>>;
  /** A fact by whose values people are told apart, such as `energy`. */
  readonly segment?: string;
  /** In which costs are counted; euros unless said. */
  readonly currency?: string;
}

/** What a medium, a variant or a segment cost and is given credit for. */
export interface Credit {
  readonly name: string;
  readonly touches: number;
  /** In the campaign's currency. */
  readonly cost: number;
  /** Parts of orders: an order that two touches share is half an order for each. */
  readonly orders: number;
  /** What was paid less what was given back, by currency; currencies are never added up. */
  readonly revenue: Readonly<Record<string, number>>;
  /** Revenue in the campaign's currency less the cost, over the cost; none where nothing was spent. */
  readonly roi?: number;
}

export interface CreditsOfModel {
  readonly media: readonly Credit[];
  /** Named `<message>/<variant>`; messages without variants by their name. */
  readonly variants: readonly Credit[];
  /** By the fact's value; people of whom it is not known under `unknown`. */
  readonly segments?: readonly Credit[];
  /** Orders that no touch is near enough to. */
  readonly unattributed: { readonly orders: number; readonly revenue: Readonly<Record<string, number>> };
}

export interface Attribution {
  readonly currency: string;
  readonly windows: Readonly<Record<TouchMedium, number>>;
  /** Orders of people who were not held out, each once; and those wholly given back, which are not among them. */
  readonly orders: number;
  readonly givenBack: number;
  readonly models: Readonly<Record<Model, CreditsOfModel>>;
}

/**
 * Which media, variants and segments the orders of a campaign are put down to, by each model, with what they cost. Holdouts got no touch, so theirs are put down to none.
 *
 * @example (await attributionOf({ store, campaignId: 'spring-2027' }, { segment: 'energy' })).models.position.media
 */
export async function attributionOf(query: FigureQuery, { windows, segment, currency = 'EUR' }: AttributionOptions = {}): Promise<Attribution> {
  const all = (await ordersOf(query)).filter(({ holdout }) => !holdout);
  const orders = all.filter(({ isGivenBack }) => !isGivenBack);
  const days = { ...WINDOWS, ...windows };
  const [journeys, costs, segments] = await Promise.all([journeysOf(query, orders), costsOf(query, segment), segment === undefined ? undefined : segmentsOf(query, { fact: segment, journeys: orders.map(({ journeyId }) => journeyId) })]);
  const told = orders.map((order) => ({ order, touches: touchesBefore(journeys.get(order.journeyId), order, days) }));
  const models = Object.fromEntries(MODELS.map((model) => [model, credit(told, { model, costs, currency, segments })])) as Attribution['models'];
  return { currency, windows: days, orders: orders.length, givenBack: all.length - orders.length, models };
}

async function journeysOf({ store }: FigureQuery, orders: readonly Order[]): Promise<Map<string, CountedJourney>> {
  const ids = [...new Set(orders.map(({ journeyId }) => journeyId))];
  const journeys: CountedJourney[] = [];
  for (let start = 0; start < ids.length; start += 2_000) journeys.push(...(await countedJourneys(store, ids.slice(start, start + 2_000))));
  return new Map(journeys.map((journey) => [journey.id, journey]));
}

/** The touches that an order may be put down to, in the order in which they reached the person. A piece that was answered was in the home by then, whatever was foretold. */
function touchesBefore(journey: CountedJourney | undefined, { at, until }: Order, days: Attribution['windows']): CountedTouch[] {
  if (!journey) return [];
  const seen = (touch: string) => journey.answers.filter((answer) => answer.touch === touch && answer.counts && isResponse(answer.kind) && answer.kind !== 'purchase' && answer.kind !== 'redeem').map(({ first }) => first);
  const reached = ({ touch, open, at: made }: CountedTouch) => Math.max(made, Math.min(open!, ...seen(touch)));
  return journey.touches
    .filter(({ sent, piece, open }) => sent && open !== null && piece !== 'recalled' && piece !== 'queued')
    .map((touch) => ({ touch, from: reached(touch) }))
    .filter(({ touch, from }) => from <= until && at - from <= days[touch.medium] * DAY)
    .sort((one, other) => one.from - other.from)
    .map(({ touch }) => touch);
}

interface Crediting {
  readonly model: Model;
  readonly costs: Costs;
  readonly currency: string;
  readonly segments: ReadonlyMap<string, string> | undefined;
}

type Told = readonly { readonly order: Order; readonly touches: readonly CountedTouch[] }[];

function credit(told: Told, { model, costs, currency, segments }: Crediting): CreditsOfModel {
  const media = new Ledger(costs.media, currency);
  const variants = new Ledger(costs.variants, currency);
  const bySegment = new Ledger(costs.segments ?? [], currency);
  const none = new Ledger([], currency);
  for (const { order, touches } of told) {
    const shares = sharesOf(model, touches.length);
    touches.forEach((touch, index) => {
      media.add(touch.medium, order, shares[index]!);
      variants.add(nameOfVariant(touch), order, shares[index]!);
    });
    if (touches.length === 0) none.add('none', order, 1);
    else bySegment.add(segments?.get(order.journeyId) ?? 'unknown', order, 1);
  }
  const { orders = 0, revenue = {} } = none.rows()[0] ?? {};
  return { media: media.rows(), variants: variants.rows(), ...(segments ? { segments: bySegment.rows() } : {}), unattributed: { orders, revenue } };
}

function nameOfVariant({ message, variant }: Pick<CountedTouch, 'message' | 'variant'>): string {
  return variant === null ? message : `${message}/${variant}`;
}

/** Sums what is credited to each name. */
class Ledger {
  private readonly credits = new Map<string, { touches: number; cost: number; orders: number; revenue: Record<string, number> }>();

  constructor(
    costs: readonly { readonly name: string; readonly touches: number; readonly cost: number }[],
    private readonly currency: string,
  ) {
    for (const { name, touches, cost } of costs) this.credits.set(name, { touches, cost, orders: 0, revenue: {} });
  }

  add(name: string, { paid }: Order, share: number): void {
    if (share === 0) return;
    const credit = this.credits.get(name) ?? { touches: 0, cost: 0, orders: 0, revenue: {} };
    this.credits.set(name, credit);
    credit.orders += share;
    if (paid) credit.revenue[paid.currency] = (credit.revenue[paid.currency] ?? 0) + share * (paid.amount - paid.refunded);
  }

  rows(): Credit[] {
    return [...this.credits].map(([name, { cost, ...credit }]) => ({ name, cost, ...credit, ...(cost > 0 ? { roi: ((credit.revenue[this.currency] ?? 0) - cost) / cost } : {}) }));
  }
}
