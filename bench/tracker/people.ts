import { inventPerson } from '../../scripts/invented/person.ts';
import { makeToken } from '../../store/tokens.ts';
import type { Store } from '../../store/connect.ts';

/** Tokens of the people's cards. */
export interface Tokens {
  readonly qr: readonly string[];
  readonly purl: readonly string[];
}

/** People of a boiler-renewal campaign whose card was sent two days ago. */
export async function sendCards(store: Store, count: number): Promise<Tokens> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const id = (number: number) => `p-${String(number).padStart(6, '0')}`;
  const journey = (number: number) => `bench/${id(number)}`;
  const touch = (number: number) => `${journey(number)}/renewal-postcard/1`;
  const sent = new Date(Date.now() - 2 * 86_400_000);
  await store
    .insertInto('campaigns')
    .values({ id: 'bench', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: JSON.stringify({ epoch: 0, speed: 1 }), holdout: 0, seed: 's', pace: 10, print_every_ms: 86_400_000 })
    .execute();
  const facts = JSON.stringify({ boilerAge: 16, energy: 'gas', storeDistance: 4.2, store: 'Les Forges', customer: 'no' });
  await store.insertInto('prospects').values(numbers.map((number) => ({ id: id(number), facts, locale: 'fr-FR' }))).execute();
  await store
    .insertInto('identities')
    .values(
      numbers.map((number) => {
        const { columns } = inventPerson({ seed: 'bench', id: id(number) });
        return { prospect_id: id(number), first_name: columns.first_name, last_name: columns.last_name, address_line: columns.address_line, postcode: columns.postcode, city: columns.city, email: `${id(number)}@mail.example` };
      }),
    )
    .execute();
  await store.insertInto('journeys').values(numbers.map((number) => ({ id: journey(number), campaign_id: 'bench', prospect_id: id(number), holdout: false, status: 'started' as const }))).execute();
  await store
    .insertInto('touches')
    .values(numbers.map((number) => ({ id: touch(number), journey_id: journey(number), message: 'renewal-postcard', medium: 'print' as const, status: 'sent' as const, why: 'sent', props: '{}', at: sent, campaign_at: sent })))
    .execute();
  const [qr, purl] = [numbers.map(() => makeToken()), numbers.map(() => makeToken())];
  const links = (kind: 'qr' | 'purl', tokens: readonly string[]) => tokens.map((token, number) => ({ token, touch_id: touch(number), journey_id: journey(number), kind, name: kind, target: 'boiler-check' }));
  await store.insertInto('links').values([...links('qr', qr), ...links('purl', purl)]).execute();
  return { qr, purl };
}
