import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { learnFacts, loadRecipient, mayTouch, reachable, recordConsent, saveProspects, suppress, type NewProspect, type Store } from '../../store/index.ts';
import { testStore } from '../setup/store.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.destroy());

const amelie = (id: string, changes: Partial<NewProspect> = {}): NewProspect => ({
  id,
  locale: 'fr-FR',
  facts: { boilerAge: 14, energy: 'gas' },
  identity: {
    title: 'Mme',
    firstName: 'Amélie',
    lastName: "L'Hénoret-Dubois",
    addressLine: '4 rue des Glycines',
    addressComplement: null,
    postcode: '00120',
    city: 'Vaubrune',
    country: 'FR',
    email: 'amelie@courriel.example',
  },
  consents: { print: true, email: true },
  source: 'import:test',
  ...changes,
});

const consentsOf = (id: string) => store.selectFrom('consents').select(['medium', 'granted', 'source']).where('prospect_id', '=', id).orderBy('id').execute();

describe('saving prospects', () => {
  test('a saved prospect is loaded whole in one query, name and address apart from facts', async () => {
    expect(await saveProspects(store, [amelie('whole')])).toEqual({ added: 1 });
    expect(await loadRecipient(store, 'whole')).toEqual({
      prospectId: 'whole',
      opensMayBeSeen: false,
      isPaused: false,
      locale: 'fr-FR',
      facts: { boilerAge: 14, energy: 'gas' },
      identity: amelie('whole').identity,
      consents: { print: true, email: true },
      suppressions: {},
      hasPostalAddress: true,
      hasEmail: true,
    });
    expect(await loadRecipient(store, 'nobody')).toBeUndefined();
  });

  test('a second import replaces the identity, merges the facts and keeps what was learned', async () => {
    await saveProspects(store, [amelie('again')]);
    await learnFacts(store, { prospectId: 'again', facts: { interest: 'replace' }, source: 'path' });
    const moved = { ...amelie('again').identity, city: 'Montrelay', email: null };
    expect(await saveProspects(store, [amelie('again', { facts: { boilerAge: 15 }, identity: moved })])).toEqual({ added: 0 });
    expect(await loadRecipient(store, 'again')).toMatchObject({ facts: { boilerAge: 15, energy: 'gas', interest: 'replace' }, identity: moved, hasEmail: false });
  });

  test('consents are appended only where the answer changed', async () => {
    await saveProspects(store, [amelie('consents')]);
    await saveProspects(store, [amelie('consents', { consents: { print: true, email: false } })]);
    expect(await recordConsent(store, { prospectId: 'consents', medium: 'email', granted: false, source: 'personal-page' })).toBe(false);
    expect(await recordConsent(store, { prospectId: 'consents', medium: 'email', granted: true, source: 'personal-page' })).toBe(true);
    expect(await consentsOf('consents')).toEqual([
      { medium: 'print', granted: true, source: 'import:test' },
      { medium: 'email', granted: true, source: 'import:test' },
      { medium: 'email', granted: false, source: 'import:test' },
      { medium: 'email', granted: true, source: 'personal-page' },
    ]);
  });

  test('1,200 go in by several statements, all or none', async () => {
    const many = Array.from({ length: 1_200 }, (_, index) => amelie(`many-${index}`));
    const broken = { ...amelie('many-zz'), facts: { note: 'a\u0000b' } };
    await expect(saveProspects(store, [...many, broken])).rejects.toThrow(/unicode|null/i);
    expect(await loadRecipient(store, 'many-0')).toBeUndefined();
    expect(await saveProspects(store, many)).toEqual({ added: 1_200 });
    expect(
      (
        await reachable(
          store,
          many.map((prospect) => prospect.id),
        )
      ).size,
    ).toBe(1_200);
  });

  test('two imports of the same people at the same time, in opposite order, both succeed', async () => {
    const people = Array.from({ length: 400 }, (_, index) => amelie(`twice-${index}`));
    await Promise.all([saveProspects(store, people), saveProspects(store, [...people].reverse()), saveProspects(store, people)]);
    expect(await loadRecipient(store, 'twice-399')).toBeDefined();
  });

  test('quotes and SQL in a name are only a name', async () => {
    const lastName = `Robert'); DROP TABLE prospects;-- "\\`;
    await saveProspects(store, [amelie('quotes', { identity: { ...amelie('quotes').identity, lastName } })]);
    expect((await loadRecipient(store, 'quotes'))?.identity.lastName).toBe(lastName);
  });
});

describe('withdrawing', () => {
  test('a suppressed medium stays closed, with its first reason, whatever is imported later', async () => {
    await saveProspects(store, [amelie('withdrawn')]);
    await suppress(store, { prospectId: 'withdrawn', medium: 'email', reason: 'unsubscribed' });
    await suppress(store, { prospectId: 'withdrawn', medium: 'email', reason: 'bounced' });
    await saveProspects(store, [amelie('withdrawn')]);
    const recipient = await loadRecipient(store, 'withdrawn');
    expect(recipient && mayTouch(recipient, 'email')).toEqual({ allowed: false, why: 'suppressed:unsubscribed' });
    expect(await reachable(store, ['withdrawn', 'nobody'])).toEqual(new Map([['withdrawn', { print: true, email: false, social: false }]]));
  });

  test('all media can be closed at once', async () => {
    await saveProspects(store, [amelie('gone')]);
    await suppress(store, { prospectId: 'gone', medium: 'all', reason: 'objected' });
    expect((await reachable(store, ['gone'])).get('gone')).toEqual({ print: false, email: false, social: false });
  });

  test('somebody who is not there can not be suppressed', async () => {
    await expect(suppress(store, { prospectId: 'nobody', medium: 'email', reason: 'bounced' })).rejects.toThrow(/foreign key/);
  });
});
