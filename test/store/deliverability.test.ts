import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { saveEntrant } from '../../store/entrant.ts';
import { savePreferences } from '../../store/preferences.ts';
import { loadRecipient, markReturned, mayTouch, reachable, saveProspects, suppress, type NewProspect, type Store } from '../../store/index.ts';
import { testStore } from '../setup/store.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.destroy());

const gaspard = (id: string, change: Partial<NewProspect['identity']> = {}, rest: Partial<NewProspect> = {}): NewProspect => ({
  ...{ id, locale: 'fr-FR', facts: {}, consents: { email: true }, source: 'import:spring-file', deliverability: 'ok' },
  identity: {
    ...{ title: 'M.', firstName: 'Gaspard', lastName: 'Vaucelles', addressLine: '14 rue des Tanneurs', addressComplement: null },
    ...{ postcode: '00230', city: 'Montrelay', country: 'FR', email: `${id}@courriel.example` },
    ...change,
  },
  ...rest,
});

const stateOf = async (id: string) => {
  const row = await store.selectFrom('identities').select(['deliverability', 'deliverability_evidence']).where('prospect_id', '=', id).executeTakeFirstOrThrow();
  return `${row.deliverability} by ${row.deliverability_evidence}`;
};
const mayPrint = async (id: string) => mayTouch((await loadRecipient(store, id))!, 'print');
const lifted = (id: string) => store.selectFrom('lifted_suppressions').select(['medium', 'reason', 'source']).where('prospect_id', '=', id).execute();
const comesBack = (id: string) => markReturned(store, { prospectId: id, evidence: `service:spring/${id}/card/1` });

describe('what is known of an address', () => {
  test('nothing, until somebody checks it', async () => {
    const { deliverability: _, ...unchecked } = gaspard('new');
    await saveProspects(store, [unchecked]);
    expect(await stateOf('new')).toBe('unchecked by null');
    await saveProspects(store, [gaspard('new', {}, { source: 'import:summer-file' })]);
    expect(await stateOf('new')).toBe('ok by import:summer-file');
    await saveProspects(store, [unchecked]);
    expect(await stateOf('new')).toBe('ok by import:summer-file');
    await saveProspects(store, [{ ...unchecked, identity: { ...unchecked.identity, city: 'Vaubrune' } }]);
    expect(await stateOf('new')).toBe('unchecked by null');
  });

  test('a path sees that an unprintable address is out of reach by print, and by nothing else', async () => {
    await saveProspects(store, [gaspard('long', {}, { deliverability: 'problem:line-too-long' })]);
    expect((await reachable(store, ['long'])).get('long')).toEqual({ print: false, email: true, social: false });
  });

  test('mail came back: print is closed, and says why', async () => {
    await saveProspects(store, [gaspard('back')]);
    await comesBack('back');
    expect(await stateOf('back')).toBe('returned by service:spring/back/card/1');
    expect(await mayPrint('back')).toEqual({ allowed: false, why: 'suppressed:returned' });
  });

  test.each([
    ['the same', {}],
    ['the same in other letters', { addressLine: '14, RUE DES TANNEURS', city: 'Montrelay ' }],
    ['the same with another email', { email: 'autre@courriel.example' }],
  ])('an import of the old address leaves it closed: %s', async (name, change) => {
    const id = name.replaceAll(' ', '-');
    await saveProspects(store, [gaspard(id)]);
    await comesBack(id);
    await saveProspects(store, [gaspard(id, change, { consents: { print: true } })]);
    expect(await mayPrint(id)).toEqual({ allowed: false, why: 'suppressed:returned' });
    expect(await stateOf(id)).toBe(`returned by service:spring/${id}/card/1`);
    expect(await lifted(id)).toEqual([]);
  });

  test('an import of another address opens print again, on record', async () => {
    await saveProspects(store, [gaspard('moved')]);
    await comesBack('moved');
    await saveProspects(store, [gaspard('moved', { addressLine: '3 quai des Forges', city: 'Vaubrune' }, { source: 'import:moves' })]);
    expect(await mayPrint('moved')).toEqual({ allowed: true });
    expect(await stateOf('moved')).toBe('ok by import:moves');
    expect(await lifted('moved')).toEqual([{ medium: 'print', reason: 'returned', source: 'import:moves' }]);
  });

  test('who withdrew after mail came back stays out, wherever they move', async () => {
    await saveProspects(store, [gaspard('withdrawn')]);
    await comesBack('withdrawn');
    await suppress(store, { prospectId: 'withdrawn', medium: 'print', reason: 'unsubscribed' });
    await saveProspects(store, [gaspard('withdrawn', { city: 'Vaubrune' }, { consents: { print: true } })]);
    expect(await mayPrint('withdrawn')).toEqual({ allowed: false, why: 'suppressed:unsubscribed' });
  });

  test('who withdrew after mail came back, and says yes again, is still at the dead address', async () => {
    await saveProspects(store, [gaspard('again')]);
    await comesBack('again');
    const choose = (print: boolean) =>
      store.transaction().execute((transaction) => savePreferences(transaction, { prospectId: 'again', wanted: { print, email: true, service: true, social: false }, pausedUntil: null, source: 'preference-centre', wording: 'test' }));
    await choose(false);
    expect(await mayPrint('again')).toMatchObject({ allowed: false });
    await choose(true);
    expect(await mayPrint('again')).toEqual({ allowed: false, why: 'suppressed:returned' });
  });

  test('a piece that had gone to the address before says nothing about the one of today', async () => {
    await saveProspects(store, [gaspard('late')]);
    await campaignWithPiece('late');
    await saveProspects(store, [gaspard('late', { city: 'Vaubrune' })]);
    await markReturned(store, { prospectId: 'late', touchId: 'autumn/late/card/1', evidence: 'service:autumn/late/card/1' });
    expect(await mayPrint('late')).toEqual({ allowed: true });
    expect(await stateOf('late')).toBe('ok by import:spring-file');
  });

  test('a form that brings another address opens print as well; one that brings none changes nothing', async () => {
    await saveProspects(store, [gaspard('form')]);
    await comesBack('form');
    const { deliverability: _, ...person } = gaspard('form');
    const fills = (identity: Partial<NewProspect['identity']>) => store.transaction().execute((transaction) => saveEntrant(transaction, { ...person, identity: { ...person.identity, ...identity } }));
    await fills({ addressLine: null, city: null, postcode: null });
    expect(await mayPrint('form')).toEqual({ allowed: false, why: 'suppressed:returned' });
    await fills({ addressLine: '3 quai des Forges' });
    expect(await mayPrint('form')).toEqual({ allowed: true });
    expect(await lifted('form')).toHaveLength(1);
  });

  test('a company is kept with the person', async () => {
    await saveProspects(store, [gaspard('firm', { company: 'Tannerie Vaucelles' })]);
    expect((await loadRecipient(store, 'firm'))?.identity.company).toBe('Tannerie Vaucelles');
  });
});

async function campaignWithPiece(prospect: string): Promise<void> {
  await store.insertInto('campaigns').values({ id: 'autumn', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: JSON.stringify({ epoch: 0, speed: 1 }), holdout: 0, seed: 's', pace: 1, print_every_ms: 1 }).execute();
  await store.insertInto('journeys').values({ id: `autumn/${prospect}`, campaign_id: 'autumn', prospect_id: prospect, holdout: false }).execute();
  const touch = `autumn/${prospect}/card/1`;
  await store.insertInto('touches').values({ id: touch, journey_id: `autumn/${prospect}`, message: 'card', medium: 'print', status: 'sent', why: 'sent', props: '{}', campaign_at: new Date() }).execute();
  await store.insertInto('print_runs').values({ id: 'autumn/run', campaign_id: 'autumn', cut_off: new Date() }).execute();
  await store.insertInto('mailpieces').values({ touch_id: touch, print_run_id: 'autumn/run', in_home_estimate: new Date() }).execute();
}
