import { inventPerson } from '../../scripts/invented/person.ts';
import { makeToken } from '../../store/tokens.ts';
import type { Store } from '../../store/connect.ts';

/** Tokens of the people's cards. */
export interface Tokens {
  readonly qr: readonly string[];
  readonly purl: readonly string[];
}

/** People whose card was sent two days ago, in a campaign of boiler-renewal. */
export async function sendCards(store: Store, count: number): Promise<Tokens> {
  await store
    .insertInto('campaigns')
    .values({ id: 'bench', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: JSON.stringify({ epoch: 0, speed: 1 }), holdout: 0, seed: 's', pace: 10, print_every_ms: 86_400_000 })
    .execute();
  const tokens: { qr: string[]; purl: string[] } = { qr: [], purl: [] };
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => from + index);
    const { qr, purl } = await sendTo(store, numbers);
    tokens.qr.push(...qr);
    tokens.purl.push(...purl);
  }
  return tokens;
}

/** Postgres takes 65,535 values a statement. */
const AT_ONCE = 1_000;
const SENT = new Date(Date.now() - 2 * 86_400_000);
/** As people differ: ages from 3 to 24 years, three energies, each distance another. */
const factsOf = (number: number) => JSON.stringify({ boilerAge: 3 + (number % 22), energy: ['gas', 'oil', 'wood'][number % 3], storeDistance: 1 + number / 1_000, store: 'Les Forges', customer: 'no' });

const id = (number: number) => `p-${String(number).padStart(6, '0')}`;
const journey = (number: number) => `bench/${id(number)}`;
const touch = (number: number) => `${journey(number)}/renewal-postcard/1`;

async function sendTo(store: Store, numbers: readonly number[]): Promise<Tokens> {
  await store.insertInto('prospects').values(numbers.map((number) => ({ id: id(number), facts: factsOf(number), locale: 'fr-FR' }))).execute();
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
    .values(numbers.map((number) => ({ id: touch(number), journey_id: journey(number), message: 'renewal-postcard', medium: 'print' as const, status: 'sent' as const, why: 'sent', props: '{}', at: SENT, campaign_at: SENT })))
    .execute();
  const [qr, purl] = [numbers.map(() => makeToken()), numbers.map(() => makeToken())];
  const links = (kind: 'qr' | 'purl', tokens: readonly string[]) => tokens.map((token, index) => ({ token, touch_id: touch(numbers[index]!), journey_id: journey(numbers[index]!), kind, name: kind, target: 'boiler-check' }));
  await store.insertInto('links').values([...links('qr', qr), ...links('purl', purl)]).execute();
  return { qr, purl };
}
