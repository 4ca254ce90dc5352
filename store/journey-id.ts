/** What a journey's id is made of: `<campaign>/<prospect>`, and `/<key>` where an event let the prospect in. */
export interface JourneyIdParts {
  readonly campaignId: string;
  readonly prospectId: string;
  /** What the entry was about, such as an order. */
  readonly key?: string;
}

/** What a prospect's id may be: a segment of a journey's id, so no slash, and nothing that an address or a shell would change. */
export const PROSPECT_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** What a key may be; shops number their orders as they like, such as `#1001`. */
export const JOURNEY_KEY = /^[^\s/\p{Cc}]{1,100}$/u;

/** @example journeyIdOf({ campaignId: 'carts-2027', prospectId: 'p-001', key: 'order-123' }) // 'carts-2027/p-001/order-123' */
export function journeyIdOf({ campaignId, prospectId, key }: JourneyIdParts): string {
  return key === undefined ? `${campaignId}/${prospectId}` : `${campaignId}/${prospectId}/${key}`;
}

/**
 * Reads a journey's id.
 *
 * @throws Error when it has fewer than two segments or more than three.
 * @example partsOfJourneyId('spring/p-001') // { campaignId: 'spring', prospectId: 'p-001' }
 */
export function partsOfJourneyId(journeyId: string): JourneyIdParts {
  const [campaignId = '', prospectId = '', key, ...more] = journeyId.split('/');
  if (campaignId === '' || prospectId === '' || key === '' || more.length > 0) throw new Error(`Expected a journey's id as <campaign>/<prospect> or <campaign>/<prospect>/<key>, got '${journeyId}'.`);
  return { campaignId, prospectId, ...(key === undefined ? {} : { key }) };
}
