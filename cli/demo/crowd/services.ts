/** The computers of shop, stores and mail house, which know nothing of journeys: a customer number, a voucher's code, a piece that came back. */
export interface Services {
  /** @param purchase the amount in euros */
  purchase(purchase: { prospect: string; order: string; amount: number }): Promise<void>;
  redeems(redemption: { voucher: string }): Promise<void>;
  /** The carrier found nobody of that name at the address. */
  comesBack(piece: { prospect: string; touch: string }): Promise<void>;
}

/**
 * Their calls to the tracker's `POST /v1/events`.
 *
 * @throws Error from its methods, when an event is refused or belongs to no journey.
 * @example
 * const services = createServices({ tracker: 'http://127.0.0.1:8080', apiKey, campaignId: 'demo' });
 * await services.purchase({ prospect: 'p-001', order: 'BB-1', amount: 149 });
 */
export function createServices({ tracker, apiKey, campaignId }: { tracker: string; apiKey: string; campaignId: string }): Services {
  /** The same id for the same thing: a call made again counts once. */
  async function report(event: Readonly<{ id: string } & Record<string, unknown>>): Promise<void> {
    const response = await fetch(new URL('/v1/events', tracker), {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ at: new Date().toISOString(), ...event }),
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    if (response.status !== 202) throw new Error(`Expected the event to be accepted, got ${response.status}.`);
    const { results } = JSON.parse(text) as { results: { status: string; reason?: string }[] };
    const refused = results.find(({ status }) => status !== 'accepted');
    if (refused) throw new Error(refused.reason ?? `Expected the event to be accepted, got '${refused.status}'.`);
  }

  return {
    purchase: ({ prospect, order, amount }) => report({ id: `shop:${campaignId}:${order}`, kind: 'purchase', journey: { campaign: campaignId, prospect }, data: { order, amount, currency: 'EUR' } }),
    redeems: ({ voucher }) => report({ id: `till:${campaignId}:${voucher}`, kind: 'redeem', data: { voucher } }),
    comesBack: ({ prospect, touch }) => report({ id: `mail-house:${campaignId}:${prospect}:${touch}`, kind: 'returned', journey: { campaign: campaignId, prospect }, touch, data: { reason: 'unknown at this address' } }),
  };
}
