import type { Response } from '../../scenarios/vocabulary/index.ts';
import { readOnly } from './observed-facts.ts';
import type { Open } from './observed-journey.ts';
import { placeOfCaller } from './place.ts';

export type AnyResponse = Response & { readonly touch?: string };

/** What each kind of response carries. */
const CARRIES: Readonly<Partial<Record<string, readonly string[]>>> = {
  click: ['link'],
  reply: ['facts'],
  redeem: ['voucher'],
  purchase: ['order', 'amount', 'currency'],
  follow: ['page'],
  unsubscribe: ['medium'],
  posted: ['inHome'],
  returned: ['reason'],
  failed: ['reason'],
  bounced: ['permanent'],
};

/** A response as its path sees it: in a story, what it carries is settled when the path reads it. */
export function said(response: AnyResponse, open: Open | undefined): AnyResponse {
  if (!open) return response;
  const known = new Map<string, unknown>(Object.entries(response));
  const carries = CARRIES[response.kind] ?? [];
  return readOnly([...new Set([...known.keys(), ...carries])], (name) => {
    if (!known.has(name) && carries.includes(name)) known.set(name, settle(name, response, open));
    return known.get(name);
  }) as unknown as AnyResponse;
}

const CERTAIN: Readonly<Record<string, unknown>> = { reason: 'unknown', page: 'page', voucher: 'V-1', order: 'O-1', amount: 100, currency: 'EUR', medium: 'all' };

function settle(name: string, { touch }: AnyResponse, { script, facts, links }: Open): unknown {
  if (name === 'facts') return facts.reply();
  if (name === 'permanent') return script.pick({ key: 'permanent', place: placeOfCaller(), options: [true, false], valueOf: (permanent) => permanent });
  if (name === 'link') return script.pick({ key: `link:${touch ?? 'any'}`, place: placeOfCaller(), options: links[touch?.split('/')[0] ?? ''] ?? ['link'], valueOf: (link) => link });
  return CERTAIN[name];
}
