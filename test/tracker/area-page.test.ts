import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { content } from '../../scenarios/area-drop/content.ts';
import { createCampaign, setEntries } from '../../store/campaigns.ts';
import { areaResponse, journeysOfProspect, saveAreas, type DropArea } from '../../store/index.ts';
import { SCANNER, textOf, trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
let tilleuls: DropArea;
let quays: DropArea;
const AREAS = [
  { area: '007300101', name: 'Les Tilleuls', households: 1_150, quantity: 1_200 },
  { area: '007300102', name: 'Les Quais', households: 900, quantity: 900 },
];

beforeAll(async () => {
  tracked = await trackerUnderTest({ contentOf: () => content });
  await createCampaign(tracked.store, {
    ...{ id: 'baskets', scenario: 'area-drop', version: 1, goal: ['purchase'], clock: { epoch: 0, speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: 86_400_000 },
    entry: { event: 'area-reply', againAfter: 0 },
  });
  [tilleuls, quays] = (await saveAreas(tracked.store, 'baskets', AREAS)) as [DropArea, DropArea];
});
afterAll(() => tracked.close());

const filled = { interest: 'weekly', household: 'three-four', firstName: 'Inès', lastName: 'Carpentier', email: 'ines@courriel.example', 'consent-email': 'yes' };
const send = (area: DropArea, form: string, fields: Record<string, string>) => tracked.form(`/a/${area.code}`, { form, ...fields });
const replied = async () => tracked.store.selectFrom('journeys').select(['id', 'prospect_id', 'facts']).where('campaign_id', '=', 'baskets').orderBy('entered_at').execute();

describe('the page of an area', () => {
  test('opens by its code in any letter case, speaks the browser’s language, and says nothing of other codes', async () => {
    const page = await tracked.get(`/A/${tilleuls.code.toLowerCase()}`, { 'accept-language': 'fr' });
    expect(page.status).toBe(200);
    expect(textOf(page.body)).toMatchInlineSnapshot(`
     "Les Paniers d’Ormeval
     Les légumes d’ici, cueillis la veille
     Les Tilleuls, bonjour !
     Sept maraîchers, un panier le jeudi, à deux rues de chez vous. Cela vous tente ?
     Dites-nous
     Un panier, à quel rythme ?
     Chaque semaine
     Une semaine sur deux
     Une fois, pour goûter
     Combien êtes-vous à table ?
     Un ou deux
     Trois ou quatre
     Davantage
     Où vous répondre ?
     Une adresse e-mail ou une adresse postale suffit. Laissez la seconde et nous y enverrons votre bon.
     Prénom
     Nom
     E-mail
     Numéro et rue
     Code postal
     Commune
     Website
     J’accepte de recevoir les nouvelles des Paniers d’Ormeval par e-mail. Je peux me désinscrire à tout moment, en un clic.
     Recevoir mon bon de 5 €
     Sans abonnement, sans engagement.
     Et maintenant ?
     Vous recevez notre mot de bienvenue.
     Une carte avec un bon de 5 € arrive dans votre boîte, si vous avez laissé votre adresse.
     Jeudi, vous goûtez.
     Vos réponses servent à vous répondre et à organiser les paniers de votre quartier, par la coopérative seulement. Pour les voir, les corriger ou les effacer : bonjour@ormeval.example.
     Coopérative Les Paniers d’Ormeval, ferme des Quatre-Vents, 00730 Ormeval"
    `);
    expect((await tracked.get(`/a/${tilleuls.code}`, { 'accept-language': 'en' })).body).toContain('Hello, Les Tilleuls!');
    for (const code of ['22222', 'nonsense', '7KQ9XM2PAB']) expect((await tracked.get(`/a/${code}`)).status).toBe(404);
    expect(page.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' });
  });

  test('counts visits by area: a person’s when the page was seen, a machine’s apart', async () => {
    for (const view of ['view-0001', 'view-0001', 'view-0002']) expect((await tracked.request('POST', `/ab/${quays.code}?v=${view}`)).status).toBe(204);
    expect((await tracked.get(`/ab/${quays.code}.gif?v=view-0003`)).headers['content-type']).toBe('image/gif');
    await tracked.get(`/a/${quays.code}`, { 'user-agent': SCANNER });
    await tracked.get(`/a/${quays.code}`);
    const rows = await tracked.store
      .selectFrom('events')
      .select(['kind', 'evidence', 'signal', 'journey_id', 'campaign_id'])
      .where('source', '=', 'area-page')
      .where('data', '@>', JSON.stringify({ area: quays.code }) as never)
      .execute();
    expect(rows.map(({ evidence }) => evidence).sort()).toEqual(['bot', 'human', 'human', 'human', 'logical']);
    expect(rows.every((row) => row.kind === 'visit' && row.signal === 'kept' && row.journey_id === null && row.campaign_id === 'baskets')).toBe(true);
  });
});

describe('a reply', () => {
  test('makes the prospect, with the proof of what they agreed to, and begins the journey; sent twice it is one', async () => {
    const answer = await send(tilleuls, 'form-0001', filled);
    expect([answer.status, answer.headers['location']]).toEqual([303, `/a/${tilleuls.code}?merci`]);
    await send(tilleuls, 'form-0001', filled);
    const [journey, ...more] = await replied();
    expect(more).toEqual([]);
    expect(journey).toMatchObject({
      id: `baskets/${journey!.prospect_id}/1`,
      facts: { areaCode: tilleuls.code, areaName: 'Les Tilleuls', interest: 'weekly', household: 'three-four' },
    });
    expect(journey!.prospect_id).toMatch(/^a-[0-9a-f]{20}$/);
    await until('the journey to be started', () => tracked.temporal.started.includes(journey!.id));
    expect(await tracked.store.selectFrom('identities').selectAll().where('prospect_id', '=', journey!.prospect_id).executeTakeFirst()).toMatchObject({
      first_name: 'Inès',
      email: 'ines@courriel.example',
      address_line: null,
    });
    const consents = await tracked.store.selectFrom('consents').select(['medium', 'granted', 'source']).where('prospect_id', '=', journey!.prospect_id).execute();
    expect(consents).toEqual([
      {
        medium: 'email',
        granted: true,
        source: `area-page ${tilleuls.code}: « J’accepte de recevoir les nouvelles des Paniers d’Ormeval par e-mail. Je peux me désinscrire à tout moment, en un clic. »`,
      },
    ]);
    const thanks = await tracked.get(`/a/${tilleuls.code}?merci`);
    expect(textOf(thanks.body)).toContain('C’est noté.');
    expect(thanks.body).not.toContain('/ab/');
  });

  test('by another form of the same person, or by a machine, is thanked and begins nothing', async () => {
    const before = (await replied()).length;
    expect((await send(quays, 'form-0002', { ...filled, email: 'INES@courriel.example' })).status).toBe(303);
    expect((await send(quays, 'form-0003', { ...filled, email: 'bot@courriel.example', website: 'https://spam.example' })).status).toBe(303);
    const scanner = await tracked.request('POST', `/a/${quays.code}`, {
      headers: { 'user-agent': SCANNER, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...filled, email: 's@courriel.example' }).toString(),
    });
    expect(scanner.status).toBe(303);
    expect(await replied()).toHaveLength(before);
  });

  test.each([
    [{}, ['Choisissez une réponse.', 'Laissez-nous une adresse e-mail ou une adresse postale.']],
    [{ ...filled, email: 'ines@' }, ['Cette adresse e-mail n’a pas l’air complète.']],
    [{ interest: 'weekly', addressLine: '3 rue X', postcode: '123' }, ['Il nous le faut pour vous écrire à cette adresse.', 'Un code postal a cinq chiffres.']],
    [{ household: 'more', email: 'x@courriel.example' }, ['Choisissez une réponse.']],
  ])('that lacks something comes back with what was filled in: %j', async (fields, problems) => {
    const before = (await replied()).length;
    const answer = await send(tilleuls, 'form-0009', fields as Record<string, string>);
    expect(answer.status).toBe(422);
    for (const problem of problems) expect(textOf(answer.body)).toContain(problem);
    if ('addressLine' in fields) expect(answer.body).toContain('value="3 rue X"');
    expect(await replied()).toHaveLength(before);
  });

  test('counts for its area, with what was bought', async () => {
    await send(quays, 'form-0020', { interest: 'once', lastName: 'Morand', addressLine: '8 quai des Potiers', postcode: '00730', city: 'Ormeval' });
    const [journey] = (await replied()).slice(-1);
    const journeys = await journeysOfProspect(tracked.store, journey!.prospect_id);
    expect(journeys).toHaveLength(1);
    await tracked.post(
      '/v1/events',
      { id: 'basket-1', kind: 'purchase', journey: journey!.id, data: { order: 'P-1', amount: 18.5, currency: 'EUR' } },
      { authorization: 'Bearer a-key-of-the-till-in-the-store' },
    );
    expect(await areaResponse(tracked.store, 'baskets')).toEqual([
      { ...AREAS[1]!, code: quays.code, visits: 3, botHits: 1, replies: 1, conversions: 1, revenue: 18.5 },
      { ...AREAS[0]!, code: tilleuls.code, visits: 0, botHits: 0, replies: 1, conversions: 0, revenue: 0 },
    ]);
  });

  test('to a campaign that is closed keeps nobody', async () => {
    await setEntries(tracked.store, 'baskets', 'closed');
    const before = await tracked.store.selectFrom('prospects').select('id').execute();
    const answer = await send(tilleuls, 'form-0030', { ...filled, email: 'late@courriel.example' });
    expect([answer.status, textOf(answer.body)]).toEqual([410, expect.stringContaining('Cette opération est terminée')]);
    expect(await tracked.store.selectFrom('prospects').select('id').execute()).toEqual(before);
  });
});
