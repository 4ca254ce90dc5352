import { saveProspects } from '../../store/index.ts';
import type { Kind, TouchMedium } from '../../scenarios/vocabulary/index.ts';
import type { Store } from '../../store/connect.ts';

const DAY = 86_400_000;
const LAUNCH = Date.parse('2027-03-01T08:00:00Z');
const onDay = (day: number): Date => new Date(LAUNCH + day * DAY);
const nobody = { title: null, firstName: null, lastName: null, addressLine: '1 rue des Lilas', addressComplement: null, postcode: '00470', city: 'Brannay', country: 'FR' };

interface OnRecord {
  readonly facts?: object;
  readonly mail?: boolean;
  readonly touches?: readonly { readonly message: string; readonly medium: TouchMedium; readonly day: number; readonly why?: string }[];
  readonly events?: readonly { readonly kind: Kind; readonly day: number; readonly touch?: string; readonly data?: object }[];
  readonly outcome?: string;
  readonly by?: string;
}

const postcard = { message: 'renewal-postcard', medium: 'print', day: 0 } as const;

/** Seven people of a boiler-renewal campaign, launched on 1 March 2027, as Postgres has them on day 10. */
const PEOPLE: Readonly<Record<string, OnRecord | 'entered'>> = {
  anne: { touches: [postcard] },
  bruno: { touches: [postcard] },
  // Scanned on day 6, told nothing within a day, was mailed, clicked, was invited.
  chloe: {
    touches: [postcard, { message: 'thank-you', medium: 'email', day: 7 }, { message: 'follow-us', medium: 'social', day: 9 }],
    events: [{ kind: 'scan', day: 6, touch: 'renewal-postcard/1' }, { kind: 'click', day: 9, touch: 'thank-you/1', data: { link: 'voucher' } }],
  },
  // Bought while waiting.
  david: { touches: [postcard], events: [{ kind: 'purchase', day: 9, data: { order: 'F', amount: 3900, currency: 'EUR' } }], outcome: 'converted', by: 'goal' },
  // No consent to post: reminded at once, by email.
  emma: { touches: [{ ...postcard, why: 'no-consent' }, { message: 'reminder-email', medium: 'email', day: 0 }] },
  // On record is a touch that this version would not have made.
  felix: { touches: [postcard, { message: 'follow-us', medium: 'social', day: 1 }] },
  greta: 'entered',
};

export async function campaignOnRecord(store: Store): Promise<void> {
  const facts = { boilerAge: 14, energy: 'gas', storeDistance: 3, store: 'Marsolande', customer: 'no' };
  await saveProspects(
    store,
    Object.keys(PEOPLE).map((id) => ({ id, locale: 'fr-FR', facts, identity: { ...nobody, email: `${id}@courriel.example` }, consents: { print: true, email: true, social: true }, source: 'test' })),
  );
  const clock = { epoch: 0, speed: 1 };
  await store
    .insertInto('campaigns')
    .values({ id: 'spring', scenario: 'boiler-renewal', version: 1, goal: ['purchase', 'redeem'], clock: JSON.stringify(clock), holdout: 0, seed: 's', pace: 10, print_every_ms: DAY })
    .execute();
  await store.insertInto('print_runs').values({ id: 'spring/run', campaign_id: 'spring', cut_off: onDay(1) }).execute();
  for (const [id, person] of Object.entries(PEOPLE)) await put(store, id, person === 'entered' ? {} : person, person === 'entered' ? 'entered' : 'started');
}

async function put(store: Store, id: string, { touches = [], events = [], outcome, by }: OnRecord, status: 'entered' | 'started'): Promise<void> {
  const journey = `spring/${id}`;
  const over = outcome === undefined ? { status } : { status: 'ended' as const, outcome, ended_by: by ?? 'path', ended_at: onDay(9) };
  await store.insertInto('journeys').values({ id: journey, campaign_id: 'spring', prospect_id: id, holdout: false, ...over, ...(status === 'started' ? { started_at: onDay(0) } : {}) }).execute();
  for (const { message, medium, day, why = 'sent' } of touches) {
    const touch = `${journey}/${message}/1`;
    await store
      .insertInto('touches')
      .values({ id: touch, journey_id: journey, message, medium, status: why === 'sent' ? 'sent' : 'not-sent', why, props: '{}', campaign_at: onDay(day) })
      .execute();
    if (medium === 'print' && why === 'sent') await store.insertInto('mailpieces').values({ touch_id: touch, print_run_id: 'spring/run', status: 'printed', in_home_estimate: onDay(4) }).execute();
  }
  for (const [index, { kind, day, touch, data = {} }] of events.entries()) {
    await store
      .insertInto('events')
      .values({ event_id: `${journey}-${index}`, kind, evidence: 'human', campaign_id: 'spring', prospect_id: id, journey_id: journey, touch: touch ?? null, data: JSON.stringify(data), source: 'test', at: onDay(day), signal: 'done' })
      .execute();
  }
}
