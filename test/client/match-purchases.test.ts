import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { matchPurchases } from '../../client/match/match-purchases.ts';
import { renderMatch } from '../../cli/report/match-result.ts';
import { attributionOf, ordersOf } from '../../store/attribution/index.ts';
import { advanceFigures, campaignFigures } from '../../store/figures/index.ts';
import { saveProspects } from '../../store/index.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { someone } from '../setup/world.ts';

const ENTERED = new Date('2026-03-01T08:00:00Z');
const NOW = new Date('2026-07-15T12:00:00Z');

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.destroy());

/** Anne and her daughter Zoé of one household, Bruno who was held out, two people who share a mailbox. */
async function campaign(id: string): Promise<string> {
  const identity = (firstName: string, more: object = {}) => ({
    identity: { ...someone(`${id}-x`).identity, firstName, lastName: 'Lempereur', addressLine: `14 rue ${id}`, email: `${firstName}@${id}.example`, ...more },
  });
  await saveProspects(store, [
    someone(`${id}-anne`, identity('Anne')),
    someone(`${id}-zoe`, identity('Zoé')),
    someone(`${id}-bruno`, identity('Bruno', { lastName: 'Œdipe-Martin', addressLine: '3 quai' })),
    someone(`${id}-carl`, identity('Carl', { lastName: 'Carl', email: `both@${id}.example` })),
    someone(`${id}-dora`, identity('Dora', { lastName: 'Dora', email: `both@${id}.example` })),
  ]);
  await store
    .insertInto('campaigns')
    .values({
      id,
      scenario: 'boiler-renewal',
      version: 1,
      goal: ['purchase', 'redeem'],
      clock: JSON.stringify({ epoch: 0, speed: 1 }),
      holdout: 0.2,
      seed: 's',
      pace: 1,
      print_every_ms: 86_400_000,
    })
    .execute();
  for (const name of ['anne', 'zoe', 'bruno', 'carl', 'dora'])
    await store
      .insertInto('journeys')
      .values({
        id: `${id}/${id}-${name}`,
        campaign_id: id,
        prospect_id: `${id}-${name}`,
        holdout: name === 'bruno',
        status: name === 'bruno' ? 'entered' : 'started',
        entered_at: ENTERED,
      })
      .execute();
  await store
    .insertInto('touches')
    .values({
      id: `${id}/${id}-anne/card/1`,
      journey_id: `${id}/${id}-anne`,
      message: 'card',
      medium: 'print',
      status: 'sent',
      why: 'sent',
      props: '{}',
      campaign_at: new Date('2026-03-02T08:00:00Z'),
    })
    .execute();
  return id;
}

const match = (campaignId: string, csv: string) => matchPurchases(store, { campaignId, csv, source: 'import:till.csv', now: NOW });
const eventsOf = (campaignId: string) =>
  store.selectFrom('events').select(['event_id', 'kind', 'prospect_id', 'touch', 'data', 'signal']).where('campaign_id', '=', campaignId).orderBy('id').execute();

describe('matching purchases', () => {
  test('by prospect id, voucher, email, name and address, household: the surest way decides, and how sure it is stays on record', async () => {
    const id = await campaign('ways');
    await store
      .insertInto('links')
      .values({ token: '7KQ9XM2PAB', touch_id: `${id}/${id}-anne/card/1`, journey_id: `${id}/${id}-anne`, kind: 'purl', name: 'purl', target: 'page' })
      .execute();
    const result = await match(
      id,
      `order;date;amount;currency;prospect;voucher;email;first_name;last_name;address_line;postcode
1;31/03/2026;149,90;EUR;${id}-zoe;;anne@${id}.example;;;;
2;2026-04-02T18:20:00+02:00;1 200.00;EUR;;7kq9x-m2pab;someone-else@x.example;;;;
3;2026-04-02;80;CHF;; ; ANNE@${id.toUpperCase()}.example ;;;;
4;2026-04-03;10;EUR;;;;BRUNO;oedipe martin;3, Quai;00470
5;2026-04-04;10;EUR;;;;;Lempereur;14 rue ${id};00470
6;2026-04-05;10;EUR;;;both@${id}.example;;;;
7;2026-04-05;10;EUR;;;nobody@x.example;;;;
8;2026-02-05;10;EUR;${id}-anne;;;;;;
9;2026-07-05;10;EUR;${id}-anne;;;;;;
`,
    );
    expect(renderMatch(result, { title: 'till.csv' })).toMatchInlineSnapshot(`
     "till.csv

           4 orders matched, 1 of them of held-out people
           1   by prospect id: certain
           1   by voucher: certain
           1   by email: probable
           1   by name and address: probable
           5 not matched

        Not matched
        line       6   order 5: 2 people of this campaign share its name and address; nothing tells which of them bought.
        line       7   order 6: 2 people of this campaign share its email; nothing tells which of them bought.
        line       8   order 7: Nobody of this campaign, held out or not, is known by what the row tells.
        line       9   order 8: It was bought before the person entered the campaign.
        line      10   order 9: It was bought after the time within which the campaign counts.
     "
    `);
    const events = await eventsOf(id);
    expect(events.map(({ kind, prospect_id, touch, data }) => [kind, prospect_id, touch, (data as { match: { method: string } }).match.method])).toEqual([
      ['purchase', `${id}-zoe`, null, 'prospect'],
      ['purchase', `${id}-anne`, 'card/1', 'voucher'],
      ['redeem', `${id}-anne`, 'card/1', 'voucher'],
      ['purchase', `${id}-anne`, null, 'email'],
      ['purchase', `${id}-bruno`, null, 'name-and-address'],
    ]);
    // Those under way are told by the relay; who is held out has no journey to tell.
    expect(events.map(({ signal }) => signal)).toEqual(['pending', 'pending', 'pending', 'pending', 'kept']);
    expect(JSON.stringify(events)).not.toMatch(/example|oedipe|quai|Lempereur/i);
    await advanceFigures(store);
    expect((await campaignFigures({ store, campaignId: id })).lift).toMatchObject({ treated: { of: 4, converted: 2 }, holdout: { of: 1, converted: 1 } });
    expect((await attributionOf({ store, campaignId: id })).models.last.media).toEqual([{ name: 'print', touches: 1, cost: 0, orders: 2, revenue: { EUR: 1_200, CHF: 80 } }]);
  });

  test('a file that is imported again, an order that the shop told by API before, a refund above its purchase', async () => {
    const id = await campaign('again');
    await store
      .insertInto('events')
      .values({
        event_id: 'api-1',
        kind: 'purchase',
        evidence: 'human',
        journey_id: `${id}/${id}-zoe`,
        campaign_id: id,
        prospect_id: `${id}-zoe`,
        touch: null,
        data: JSON.stringify({ order: 'A', amount: 70, currency: 'EUR' }),
        source: 'service',
        at: ENTERED,
        signal: 'done',
      })
      .execute();
    const csv = `order,date,amount,currency,email\nB,2026-04-09,-30,EUR,\nA,2026-04-02,70,EUR,anne@${id}.example\nB,2026-04-02,100,EUR,anne@${id}.example\nC,2026-04-09,-5,EUR,\n`;
    const first = await match(id, csv);
    expect(first).toMatchObject({
      matched: [{ method: 'email', certainty: 'probable', orders: 1 }],
      refunds: 1,
      known: 1,
      unmatched: [{ line: 5, order: 'C', reason: 'It is a refund of an order that is not on record for this campaign.' }],
    });
    expect(await match(id, csv)).toMatchObject({ matched: [], refunds: 0, known: 3 });
    expect((await ordersOf({ store, campaignId: id })).map(({ order, paid }) => [order, paid])).toEqual([
      ['A', { amount: 70, refunded: 0, currency: 'EUR' }],
      ['B', { amount: 100, refunded: 30, currency: 'EUR' }],
    ]);
  });

  test('a refund that stands far above its purchase, as in a file that begins with the latest', async () => {
    const id = await campaign('upside-down');
    const others = Array.from({ length: 600 }, (_, index) => `X${index},2026-04-05,1,EUR,nobody@x.example\n`);
    const csv = `order,date,amount,currency,email\nLATE,2026-04-20,-30,EUR,\nNONE,2026-04-20,-5,EUR,\n${others.join('')}LATE,2026-04-02,100,EUR,anne@${id}.example\n`;
    const { matched, refunds, unmatched } = await match(id, csv);
    expect([matched[0]?.orders, refunds, unmatched.length, unmatched[0]]).toEqual([1, 1, 601, { line: 3, order: 'NONE', reason: 'It is a refund of an order that is not on record for this campaign.' }]);
    expect((await ordersOf({ store, campaignId: id })).map(({ order, paid }) => [order, paid])).toEqual([['LATE', { amount: 100, refunded: 30, currency: 'EUR' }]]);
  });

  test('a day without its hour may have been after what reached the person on that day; an hour is taken at its word', async () => {
    const id = await campaign('days');
    for (const [name, hour] of [['anne', 14], ['zoe', 14], ['bruno', 14], ['carl', 30]] as const)
      await store
        .insertInto('touches')
        .values({ id: `${id}/${id}-${name}/thanks/1`, journey_id: `${id}/${id}-${name}`, message: 'thanks', medium: 'email', status: 'sent', why: 'sent', props: '{}', campaign_at: new Date(Date.UTC(2026, 3, 2, hour)) })
        .execute();
    // Anne and Carl by the day, Carl's mail was sent on the next; Zoé at noon.
    await match(id, `order,date,amount,currency,prospect\n1,2026-04-02,10,EUR,${id}-anne\n2,02/04/2026,20,EUR,${id}-carl\n3,2026-04-02T12:00:00Z,40,EUR,${id}-zoe\n`);
    const { models } = await attributionOf({ store, campaignId: id });
    expect([models.last.media.find(({ name }) => name === 'email')?.revenue, models.last.unattributed]).toEqual([{ EUR: 10 }, { orders: 2, revenue: { EUR: 60 } }]);
  });

  test('says by line what is wrong with a row, and nothing of the person', async () => {
    const id = await campaign('wrong');
    const { rejected } = await match(
      id,
      `order,date,amount,currency,email,last_name\n,2026-04-02,1,EUR,a@b.example,\n1,31/02/2026,1,EUR,a@b.example,\n2,2026-09-01,1,EUR,a@b.example,\n3,2026-04-02,one,EUR,a@b.example,\n4,2026-04-02,1,euro,a@b.example,\n5,2026-04-02,1,EUR,,Lempereur\n6,2026-04-02,"1,234",EUR,a@b.example,\n7,2026-04-02,1.2345,EUR,a@b.example,\n`,
    );
    expect(rejected.map(({ line, reason }) => `${line}: ${reason}`)).toMatchInlineSnapshot(`
     [
       "2: Expected order to be the number of the order, got none.",
       "3: Expected date to be a day such as 2027-03-31 or 31/03/2027, or a time such as 2027-03-31T14:05:00+02:00, got '31/02/2026'.",
       "4: Expected date to be a day that has come, got 2026-09-01. Is the clock of the shop ahead?",
       "5: Expected amount to be a number such as 149.90 or 149,90, got 'one'.",
       "6: Expected currency to be a code of ISO 4217 such as EUR, got 'euro'.",
       "7: Expected a prospect, a voucher, an email, or last_name, address_line and postcode together, got none of these: nothing tells who bought.",
       "8: Expected amount to have at most two decimals, got '1,234': nobody can tell whether three digits are thousands or decimals. Write 1234 or 1.23.",
       "9: Expected amount to be a number such as 149.90 or 149,90, got '1.2345'.",
     ]
    `);
  });

  test('a file without its columns, an empty one, a campaign that is not there', async () => {
    const id = await campaign('columns');
    await expect(match(id, 'order,date,name\n')).rejects.toThrow("got a first line in which 'amount' is missing; 'currency' is missing; 'name' is not one of them.");
    await expect(match(id, '')).rejects.toThrow('Expected a CSV file whose first line names the columns, got an empty one.');
    await expect(match('unheard-of', 'order,date,amount,currency\n')).rejects.toThrow("Expected a campaign of this database, got 'unheard-of'.");
  });
});
