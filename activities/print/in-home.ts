import { timeZoneOf } from '../../client/time-zone.ts';
import { inHomeEstimate as estimate } from '../../engine/in-home.ts';
import type { PrintMessage } from '../../scenarios/content/index.ts';

/** How a piece is posted, and where it goes: France unless said. */
export interface Postage extends Pick<PrintMessage<object>, 'postageClass' | 'deliveryDays'> {
  readonly country?: string;
  readonly postcode?: string | null;
  readonly postedFrom?: string | undefined;
}

/**
 * When a piece that is handed over at a time is expected in the letter box, both campaign milliseconds: by its class of postage, in working days of its
 * country, at noon of the place.
 *
 * @example inHomeEstimate({ ...message, country: 'DE', postcode: '51147' }, cutOff)
 */
export function inHomeEstimate({ postageClass, deliveryDays, country = 'FR', postcode = null, postedFrom = 'FR' }: Postage, handedOver: number): number {
  const zoneOf = (place: { country: string; postcode: string | null }): string => timeZoneOf({ facts: {}, ...place });
  return estimate({ handedOver, postageClass, deliveryDays, country, zone: zoneOf({ country, postcode }), postedIn: zoneOf({ country: postedFrom, postcode: null }) });
}
