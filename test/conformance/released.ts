import { scenarioOf } from '../../scenarios/index.ts';
import type { Happening } from '../../simulator/index.ts';
import type { Case } from './case.ts';

interface Way {
  readonly name: string;
  readonly type: string;
  readonly facts: object;
  readonly start?: string;
  readonly on: readonly Happening<object>[];
  readonly daysPerSecond?: number;
}

const boiler = { boilerAge: 15, energy: 'gas', storeDistance: 3, store: 'Bellebraise Les Forges', customer: 'no' };
const cart = { cartValue: 1_249, category: 'town', product: 'Flâneuse 7', items: 3, store: 'Lormoisy' };
const opening = { opening: '2027-03-12', store: 'lormoisy', storeDistance: 3.4, customer: 'no' };
const coffee = { monthsAway: 14, orders: 7, favourite: 'espresso' };
const basket = { areaCode: 'K7QX2', areaName: 'Les Tilleuls', interest: 'weekly', household: 'three-four' };
const heating = { equipment: 'gas-boiler', installedYear: 2009, serviceMonth: 3, agency: 'Aiguevance' };

/** Ways through the released versions; those through boiler-renewal v1 are in `test/workflows/same-story.ts`. */
const WAYS: readonly Way[] = [
  { name: 'boiler-renewal.v2-silent', type: 'boiler-renewal.v2', facts: boiler, on: [] },
  { name: 'boiler-renewal.v2-near', type: 'boiler-renewal.v2', facts: boiler, on: [{ after: '6 days', response: 'reply', of: 'renewal-postcard', facts: { interest: 'advice' } }, { after: '9 days', response: 'click', of: 'thank-you', link: 'appointment' }] },
  { name: 'boiler-renewal.v3-silent', type: 'boiler-renewal.v3', facts: boiler, on: [] },
  { name: 'boiler-renewal.v3-engaged', type: 'boiler-renewal.v3', facts: boiler, on: [{ after: '6 days', response: 'reply', of: 'renewal-postcard', facts: { interest: 'advice' } }, { after: '9 days', response: 'click', of: 'thank-you', link: 'appointment' }] },
  { name: 'abandoned-cart.v1-silent', type: 'abandoned-cart.v1', facts: cart, on: [] },
  { name: 'abandoned-cart.v1-advised', type: 'abandoned-cart.v1', facts: cart, on: [{ after: '36 hours', response: 'click', of: 'cart-kept', link: 'cart' }, { after: '54 hours', response: 'reply', of: 'cart-kept', facts: { hesitation: 'size' } }] },
  { name: 'abandoned-cart.v1-bought', type: 'abandoned-cart.v1', facts: cart, on: [{ after: '12 days', response: 'scan', of: 'voucher-card' }, { after: '20 days', response: 'purchase', order: 'F-1', amount: 1_249, currency: 'EUR' }] },
  { name: 'store-opening.v1-silent', type: 'store-opening.v1', facts: opening, start: '2027-02-20T09:00:00Z', on: [] },
  { name: 'store-opening.v1-expected', type: 'store-opening.v1', facts: opening, start: '2027-02-20T09:00:00Z', on: [{ after: '15 days', response: 'reply', of: 'invitation-card', facts: { slot: 'morning', room: 'lamps' } }] },
  { name: 'win-back.v1-silent', type: 'win-back.v1', facts: coffee, on: [] },
  { name: 'win-back.v2-shown-adverts', type: 'win-back.v2', facts: coffee, on: [] },
  { name: 'win-back.v1-curious', type: 'win-back.v1', facts: coffee, on: [{ after: '3 days', response: 'click', of: 'come-back-mail', link: 'counter' }] },
  { name: 'area-drop.v1-silent', type: 'area-drop.v1', facts: basket, on: [] },
  { name: 'area-drop.v1-tempted', type: 'area-drop.v1', facts: basket, on: [{ after: '6 days', response: 'scan', of: 'taste-card' }] },
  { name: 'equipment-renewal.v1-lost', type: 'equipment-renewal.v1', facts: heating, on: [], daysPerSecond: 120 },
];

export const RELEASED: readonly Case[] = WAYS.map(({ name, type, facts, start = '2026-11-02T09:00:00Z', on, daysPerSecond = on.length === 0 ? 20 : 2 }) => ({
  ...{ name, facts, on, daysPerSecond },
  scenario: scenarioOf(type),
  start: new Date(start),
  reachable: {},
  receipts: {},
  whileAway: false,
}));
