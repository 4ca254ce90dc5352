import { saveProspects, type Store } from '../../store/index.ts';

/** A day a second, from the first of March 2026. */
export const CLOCK = { epoch: Date.UTC(2026, 2, 1), speed: 86_400 };

/** A campaign with journeys of every kind: `spring/on`, `spring/over`, `spring/entered`, `spring/holdout`; `on` has a postcard with a QR token. */
export async function springCampaign(store: Store): Promise<void> {
  const prospects = ['on', 'over', 'entered', 'holdout'];
  const identity = { title: null, firstName: null, lastName: null, addressLine: null, addressComplement: null, postcode: null, city: null, country: 'FR', email: null };
  await saveProspects(
    store,
    prospects.map((id) => ({ id, locale: 'fr-FR', facts: {}, identity, consents: {}, source: 'test' })),
  );
  await store
    .insertInto('campaigns')
    .values({
      id: 'spring',
      scenario: 'boiler-renewal',
      version: 1,
      goal: ['purchase'],
      clock: JSON.stringify(CLOCK),
      holdout: 0.1,
      seed: 's',
      pace: 10,
      print_every_ms: 86_400_000,
    })
    .execute();
  const status = { on: 'started', over: 'ended', entered: 'entered', holdout: 'entered' } as const;
  await store
    .insertInto('journeys')
    .values(Object.entries(status).map(([id, value]) => ({ id: `spring/${id}`, campaign_id: 'spring', prospect_id: id, holdout: id === 'holdout', status: value })))
    .execute();
  await store
    .insertInto('touches')
    .values({
      id: 'spring/on/renewal-postcard/1',
      journey_id: 'spring/on',
      message: 'renewal-postcard',
      medium: 'print',
      status: 'sent',
      why: 'sent',
      props: '{}',
      campaign_at: new Date('2026-03-04T08:00:00Z'),
    })
    .execute();
  await store
    .insertInto('links')
    .values({ token: '7KQ9XM2PAB', touch_id: 'spring/on/renewal-postcard/1', journey_id: 'spring/on', kind: 'qr', name: 'qr', target: 'diagnosis' })
    .execute();
}
