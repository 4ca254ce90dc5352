import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { requestConsent } from '../../store/consent-requests.ts';
import { listAddresses, loadRecipient, makeToken, mayTouch, recordConsent, suppress } from '../../store/index.ts';
import { textOf, trackerUnderTest, until, type Person, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(() => tracked.close());

/** Somebody who has told all that the page asks. */
const knownToAll = (given: Parameters<TrackerUnderTest['person']>[0] = {}) => tracked.person({ ...given, facts: { interest: 'service', horizon: 'now', ...given.facts } });
const agree = (token: string, email?: string, fields: Record<string, string> = {}) =>
  tracked.form(`/p/${token}`, { about: 'consent', form: `form-${Math.random()}`, 'consent-email': 'yes', ...(email === undefined ? {} : { email }), ...fields });
const requests = ({ prospectId }: Person) => tracked.store.selectFrom('consent_requests').selectAll().where('prospect_id', '=', prospectId).orderBy('asked_at').execute();
const consents = ({ prospectId }: Person) =>
  tracked.store.selectFrom('consents').select(['medium', 'purpose', 'granted', 'source', 'wording']).where('prospect_id', '=', prospectId).orderBy('id').execute();
const mailboxOf = async ({ prospectId }: Person) => (await loadRecipient(tracked.store, prospectId))!.identity.email;
const mayMail = async ({ prospectId }: Person) => mayTouch((await loadRecipient(tracked.store, prospectId))!, 'email').allowed;
const WORDING =
  'boiler-renewal/boiler-check/email/1 fr: J’accepte de recevoir par e-mail les conseils et les offres de Bellebraise. Je peux y mettre fin à tout moment, d’un clic.';

describe('a reader who came by paper', () => {
  test('says yes and which mailbox is theirs; nothing holds before a mail to it is confirmed by a button', async () => {
    const person = await knownToAll();
    const page = await tracked.get(`/p/${person.tokens.qr}`);
    expect(page.body).toContain('type="email"');
    // Never ticked beforehand, and no address that we know is shown to whoever has the card.
    expect(page.body).not.toMatch(/checked=|@mail\.example/);
    expect((await agree(person.tokens.qr, 'camille@nouvelle.example')).status).toBe(303);

    const [request] = await requests(person);
    expect(request).toMatchObject({
      email: 'camille@nouvelle.example',
      consents: [{ medium: 'email', wording: WORDING }],
      source: 'personal-page:boiler-check',
      scenario_version: 'boiler-renewal.v1',
    });
    expect(Math.round((request!.expires_at.getTime() - Date.now()) / 86_400_000)).toBe(7);
    await until('the mail to be begun', () => tracked.temporal.confirmations.includes(request!.id));
    expect([await consents(person), await mailboxOf(person), await mayMail(person)]).toEqual([[], `${person.prospectId}@mail.example`, false]);

    // The page says so, and asks for nothing meanwhile but a correction.
    const waiting = textOf((await tracked.get(`/p/${person.tokens.qr}?merci`)).body);
    expect(waiting).toContain('Regardez votre boîte e-mail');
    expect(waiting).not.toContain('La suite par e-mail');

    // A scanner opens the link: nothing is confirmed by it.
    const link = `/k/${request!.token.toLowerCase()}`;
    expect(textOf((await tracked.get(link)).body)).toMatchInlineSnapshot(`
     "C’est bien vous ?
     Vous avez laissé cette adresse e‑mail à Bellebraise, et dit oui à ceci :
     J’accepte de recevoir par e‑mail les conseils et les offres de Bellebraise. Je peux y mettre fin à tout moment, d’un clic.Oui, c’est mon adresse
     Ce n’est pas vous ? Fermez cette page : sans votre accord, nous n’écrirons pas."
    `);
    expect((await requests(person))[0]?.confirmed_at).toBeNull();

    expect(textOf((await tracked.form(link, {})).body)).toMatchInlineSnapshot(`
     "Merci, c’est confirmé
     Bellebraise peut désormais vous écrire à cette adresse. Chaque message porte un lien pour y mettre fin."
    `);
    expect(await consents(person)).toEqual([{ medium: 'email', purpose: 'contact', granted: true, source: 'personal-page:boiler-check, confirmed by mail', wording: WORDING }]);
    expect([await mailboxOf(person), await mayMail(person)]).toEqual(['camille@nouvelle.example', true]);
    // Pressed again it thanks, and it stays one consent.
    expect((await tracked.form(link, {})).status).toBe(200);
    expect(await consents(person)).toHaveLength(1);
    expect((await tracked.events(person.journeyId)).filter(({ kind }) => kind === 'consent-asked').map(({ data, signal }) => `${String(data['step'])} ${signal}`)).toEqual([
      'asked kept',
      'confirmed kept',
    ]);
    // The journey hears of it at once, after the proof and not before.
    await until('the journey to be told', () => tracked.temporal.told.some(({ journeyId }) => journeyId === person.journeyId));
    expect(tracked.temporal.told.filter(({ journeyId }) => journeyId === person.journeyId).map(({ report: { kind, data } }) => [kind, data])).toEqual([['consent', { medium: 'email' }]]);
    // What is given is not asked for again.
    expect((await tracked.get(`/p/${person.tokens.qr}`)).body).not.toContain('name="about"');
  });

  test('is asked again the next day, and told when the link has had its time', async () => {
    const person = await knownToAll();
    await agree(person.tokens.qr, 'late@courriel.example');
    const [request] = await requests(person);
    await tracked.store
      .updateTable('consent_requests')
      .set({ asked_at: new Date(Date.now() - 8 * 86_400_000), expires_at: new Date(Date.now() - 86_400_000) } as never)
      .where('id', '=', request!.id)
      .execute();
    expect((await tracked.get(`/p/${person.tokens.qr}`)).body).toContain('La suite par e-mail');
    for (const answer of [await tracked.get(`/k/${request!.token}`), await tracked.form(`/k/${request!.token}`, {})])
      expect([answer.status, textOf(answer.body).split('\n')[0]]).toEqual([410, 'Ce lien a fait son temps']);
    expect(await mayMail(person)).toBe(false);
    expect((await tracked.get('/k/2345678923')).status).toBe(404);
  });

  test('can’t have us write to strangers: one mail a day to a mailbox, three to anybody', async () => {
    const person = await knownToAll();
    const form = 'the-same-form';
    for (let sent = 0; sent < 2; sent += 1) await agree(person.tokens.qr, 'a@courriel.example', { form });
    for (const email of ['A@courriel.example', 'b@courriel.example', 'c@courriel.example', 'd@courriel.example']) expect((await agree(person.tokens.purl, email)).status).toBe(303);
    expect((await requests(person)).map(({ email }) => email)).toEqual(['a@courriel.example', 'b@courriel.example', 'c@courriel.example']);
  });

  test('of several people at the same moment can’t either: whoever is asked about, a mailbox gets three', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => knownToAll()));
    const ask = (person: Person, email: string) =>
      tracked.store.transaction().execute((transaction) =>
        requestConsent(transaction, {
          ...{ id: `crowd-${Math.random()}`, token: makeToken(), prospectId: person.prospectId, journeyId: person.journeyId, touch: 'renewal-postcard/1', scenarioVersion: 'boiler-renewal.v1' },
          ...{ consents: [], source: 'test', email, locale: 'fr-FR', validFor: 86_400_000 },
        }),
      );
    const asked = await Promise.all(people.map((person, index) => ask(person, index % 2 === 0 ? 'crowd@courriel.example' : 'Crowd@Courriel.example')));
    expect(asked.filter(Boolean)).toHaveLength(3);
  });

  test('the brake looks a mailbox up by an index', async () => {
    const { rows } = await tracked.store.transaction().execute(async (transaction) => {
      // Of a handful of rows Postgres reads all, whatever indexes there are.
      await sql`SET LOCAL enable_seqscan = off`.execute(transaction);
      return sql<{ 'QUERY PLAN': string }>`EXPLAIN SELECT count(*) FROM consent_requests WHERE asked_at > now() - interval '1 day' AND (prospect_id = 'p' OR lower(email) = 'a@courriel.example')`.execute(transaction);
    });
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('consent_requests_mailbox');
  });

  test('gets no mail at an address that nobody may write to, and the page says no more than otherwise', async () => {
    await listAddresses(tracked.store, [{ email: 'Listed@courriel.example', reason: 'robinson' }], 'test');
    const [listed, plain] = [await knownToAll(), await knownToAll()];
    const answers = [await agree(listed.tokens.qr, 'listed@Courriel.example'), await agree(plain.tokens.qr, 'plain@courriel.example')];
    expect(answers.map(({ status, headers }) => [status, headers['location']?.replace(/[0-9A-Z]{10}/, 'TOKEN')])).toEqual(Array.from({ length: 2 }, () => [303, answers[0]!.headers['location']!.replace(/[0-9A-Z]{10}/, 'TOKEN')]));
    expect([await requests(listed), (await requests(plain)).length]).toEqual([[], 1]);
  });

  test('gets their mailbox back after it was dead, and what they once stopped; a complaint stays', async () => {
    const person = await knownToAll();
    await suppress(tracked.store, { prospectId: person.prospectId, medium: 'email', reason: 'bounced' });
    await agree(person.tokens.qr, 'neuve@courriel.example');
    await tracked.form(`/k/${(await requests(person))[0]!.token}`, {});
    expect(await mayMail(person)).toBe(true);

    const angry = await knownToAll();
    await suppress(tracked.store, { prospectId: angry.prospectId, medium: 'email', reason: 'complained' });
    expect((await tracked.get(`/p/${angry.tokens.qr}`)).body).not.toContain('name="about"');
  });

  test.each([
    ['', 'Écrivez votre adresse e-mail.'],
    ['camille', 'Cette adresse n’a pas la forme'],
    ['camille@courriel', 'Cette adresse n’a pas la forme'],
    ['a@b.example, c@d.example', 'Cette adresse n’a pas la forme'],
    ['a@b.example\r\nBcc: all@d.example', 'Cette adresse n’a pas la forme'],
    ['<script>alert(1)</script>@b.example', 'Cette adresse n’a pas la forme'],
    ['p\u0430yp\u0430l@courriel.example', 'Cette adresse mêle des lettres'],
    ['camille@p\u0430ypal.example', 'Cette adresse mêle des lettres'],
    ['camille@xn--pypal-4ve.example', 'Cette adresse mêle des lettres'],
    [`${'a'.repeat(65)}@courriel.example`, 'Cette adresse est trop longue'],
    [`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(60)}.example`, 'Cette adresse est trop longue'],
  ])('is told what is wrong with %j, beside the field, and loses nothing', async (email, problem) => {
    const person = await knownToAll();
    const answer = await agree(person.tokens.qr, email);
    expect(answer.status).toBe(422);
    expect(textOf(answer.body)).toContain(problem);
    expect(answer.body).toMatch(/aria-describedby="email-problem email-hint" aria-invalid="true" autofocus/);
    expect(answer.body).toMatch(/<input type="checkbox"[^>]*checked/);
    expect(answer.body).not.toContain('<script>alert');
    expect(await requests(person)).toEqual([]);
  });

  test('may have a mailbox whose domain has accents', async () => {
    const person = await knownToAll();
    await agree(person.tokens.qr, ' Camille@société.example ');
    expect((await requests(person))[0]?.email).toBe('Camille@xn--socit-esab.example');
  });

  test('who ticks nothing has agreed to nothing', async () => {
    const person = await knownToAll({ locale: 'en-GB' });
    const answer = await tracked.form(`/p/${person.tokens.qr}`, { about: 'consent', email: 'a@courriel.example' });
    expect([answer.status, textOf(answer.body).includes('Tick the box if you agree.')]).toEqual([422, true]);
    expect(await requests(person)).toEqual([]);
  });
});

describe('a reader who came by a mail', () => {
  test('needs no second proof of that mailbox: the yes holds at once, with its proof', async () => {
    const person = await knownToAll();
    await recordConsent(tracked.store, { prospectId: person.prospectId, medium: 'email', granted: false, source: 'preference-centre' });
    const page = await tracked.get(`/p/${person.tokens.pageClick}`);
    expect(page.body).not.toContain('type="email"');
    await agree(person.tokens.pageClick);
    expect((await consents(person)).at(-1)).toEqual({ medium: 'email', purpose: 'contact', granted: true, source: 'personal-page:boiler-check', wording: WORDING });
    expect([await requests(person), await mayMail(person)]).toEqual([[], true]);
    await until('the journey to be told', () => tracked.temporal.told.some(({ journeyId, report }) => journeyId === person.journeyId && report.kind === 'consent' && report.data?.['medium'] === 'email'));
  });
});

test('while Temporal is down the yes is kept, and its mail is begun when it is back', async () => {
  const person = await knownToAll();
  tracked.temporal.behaves = 'down';
  expect((await agree(person.tokens.qr, 'outage@courriel.example')).status).toBe(303);
  const [request] = await requests(person);
  await until('an attempt to fail', async () => (await requests(person))[0]?.start_error !== null);
  tracked.temporal.behaves = 'well';
  await tracked.store
    .updateTable('consent_requests')
    .set({ start_after: new Date(0) })
    .where('id', '=', request!.id)
    .execute();
  await until('the mail to be begun', () => tracked.temporal.confirmations.includes(request!.id));
  await until('it to be on record', async () => (await requests(person))[0]?.started === true);
});
