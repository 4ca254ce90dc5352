import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { brand } from '../../scenarios/boiler-renewal/brand.ts';
import { facts } from '../../scenarios/boiler-renewal/facts.ts';
import { pages } from '../../scenarios/boiler-renewal/pages/index.ts';
import type { PersonalPage } from '../../scenarios/content/index.ts';
import { revokeLinks } from '../../store/index.ts';
import { textOf, trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(() => tracked.close());

const DAY = 86_400_000;
const formOf = (html: string) => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('the personal page', () => {
  test('greets, says where the boiler stands, and asks what is not known', async () => {
    const { tokens } = await tracked.person();
    const page = await tracked.get(`/p/camille-martin-${tokens.purl.toLowerCase()}`);
    expect(page.status).toBe(200);
    expect(textOf(page.body)).toMatchInlineSnapshot(`
     "Bellebraise
     Chauffagistes depuis 1974
     Bonjour Camille,
     Voici votre bilan chaudière. Une minute suffit pour le compléter.
     Votre chaudière au gaz a 16 ans
     Elle a bien travaillé. Préparons la suite.
     À cet âge, mieux vaut choisir sa remplaçante au calme que dans l’urgence d’une panne. Nous chiffrons, vous décidez.
     Et vous, qu’en pensez-vous ?
     Que souhaitez-vous ?
     La remplacer
     Une visite chez vous et un devis clair, sans engagement
     L’entretenir
     La visite annuelle et son attestation
     Demander conseil
     Dix minutes avec un chauffagiste, pas avec un vendeur
     Quand y pensez-vous ?
     Dès maintenant
     Cette année
     Plus tard
     Recevoir mon bon d’avantage
     Un choix suffit.
     Vos réponses servent à préparer votre projet, par Bellebraise seulement.
     Bellebraise SAS, 12 quai des Tisserands, 00400 Valbraise-les-Forges · Ne plus recevoir nos messages"
    `);
  });

  test('is small, private, and lets nothing run but its own styles and beacon', async () => {
    const { tokens } = await tracked.person();
    const page = await tracked.get(`/p/${tokens.qr}`);
    expect(Buffer.byteLength(page.body)).toBeLessThan(30_000);
    expect(page.headers).toMatchObject({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
    const nonce = /<style nonce="([^"]+)"/.exec(page.body)?.[1];
    expect(page.headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    // Nothing is loaded from elsewhere; the one address outside is a link.
    expect([...page.body.matchAll(/(?:src|href|action)="(https?:[^"]+)"/g)]).toEqual([]);
    expect(page.body).not.toContain(' style="');
  });

  test('opened by its printed address is a visit: a hit at first, a person’s when it was seen', async () => {
    const { tokens, journeyId } = await tracked.person();
    await tracked.get(`/p/camille-martin-${tokens.purl}`);
    await tracked.request('HEAD', `/p/${tokens.purl}`);
    await tracked.request('POST', `/b/${tokens.purl}`);
    expect(await tracked.events(journeyId)).toMatchObject([
      { kind: 'visit', evidence: 'logical', signal: 'kept' },
      { kind: 'visit', evidence: 'bot', signal: 'kept' },
      { kind: 'visit', evidence: 'human', touch: 'renewal-postcard/1' },
    ]);
  });

  test('opens to who copied a full stop with the address, or typed 0 for Q', async () => {
    const { tokens } = await tracked.person({ firstName: 'Camille' });
    const misread = tokens.purl.replace(/[QD]/, 'O').replace(/[JT7]/, '1');
    const typed = [`${tokens.purl}.`, `camille-martin-${tokens.purl},`, `camille-martin-${misread.toLowerCase()}`, `CamilleMartin${misread}`];
    for (const slug of typed) expect(await tracked.get(`/p/${encodeURIComponent(slug)}`)).toMatchObject({ status: 200, body: expect.stringContaining('Camille') });
  });

  test('takes the answers, learns them, and thanks with a voucher and the nearest store', async () => {
    const { tokens, journeyId, prospectId } = await tracked.person();
    const address = `/p/camille-martin-${tokens.purl}`;
    const page = await tracked.get(address);
    const answer = await tracked.form(address, { form: formOf(page.body), interest: 'replace', horizon: 'now', boilerAge: '3', nonsense: 'x' });
    expect([answer.status, answer.headers['location']]).toEqual([303, `${address}?merci`]);

    const reply = (await tracked.events(journeyId)).at(-1);
    expect(reply).toMatchObject({ kind: 'reply', evidence: 'human', touch: 'renewal-postcard/1', data: { facts: { interest: 'replace', horizon: 'now' } } });
    expect(await tracked.facts(prospectId)).toMatchObject({ boilerAge: 16, interest: 'replace', horizon: 'now' });
    await until('the journey to be told', () => tracked.temporal.told.some((told) => told.journeyId === journeyId && told.report.kind === 'reply'));

    const thanks = await tracked.get(`${address}?merci`);
    expect(thanks.body).not.toContain('sendBeacon');
    // The visit's days are those of today: test/tracker/appointments.test.ts.
    const withoutVisit = thanks.body.replace(/<form[^>]*><h2>Votre visite.*?<\/form>/, '');
    expect(textOf(withoutVisit).replace(`${tokens.purl.slice(0, 5)}-${tokens.purl.slice(5)}`, '(code)')).toMatchInlineSnapshot(`
     "Bellebraise
     Chauffagistes depuis 1974
     Merci Camille !
     C’est noté. Voici votre bon, et l’équipe qui vous attend.
     Bon d’avantage
     150 € de moins sur la pose
     Votre code
     (code)
     À présenter en magasin, ou à saisir à la commande sur notre site. Une capture d’écran suffit.
     Votre projet
     Remplacer l’installation
     Quand
     Dès maintenant
     Votre magasin
     Bellebraise Villeneuve à 4 km de chez vous
     Venez avec une photo de votre installation : nous saurons tout de suite de quoi nous parlons.
     Voir la boutique en ligne
     La suite par e-mail ?
     Le guide des aides, et un rappel avant l’hiver. Quatre messages par an, pas davantage.
     Votre adresse e-mail
     Nous y envoyons un message à confirmer d’un clic. Avant cela, rien d’autre ne part.
     J’accepte de recevoir par e-mail les conseils et les offres de Bellebraise. Je peux y mettre fin à tout moment, d’un clic.
     Oui, écrivez-moi
     Vos réponses servent à préparer votre projet, par Bellebraise seulement.
     Bellebraise SAS, 12 quai des Tisserands, 00400 Valbraise-les-Forges · Ne plus recevoir nos messages"
    `);
  });

  test('makes one reply of a form that is sent twice, and another of other answers', async () => {
    const { tokens, journeyId, prospectId } = await tracked.person();
    const form = formOf((await tracked.get(`/p/${tokens.qr}`)).body);
    for (const interest of ['service', 'service', 'advice']) expect((await tracked.form(`/p/${tokens.qr}`, { form, interest })).status).toBe(303);
    const replies = (await tracked.events(journeyId)).filter((event) => event.kind === 'reply');
    expect(replies.map((reply) => reply.data)).toEqual([{ facts: { interest: 'service' } }, { facts: { interest: 'advice' } }]);
    expect(await tracked.facts(prospectId)).toMatchObject({ interest: 'advice' });
  });

  test('says beside the field what is wrong, keeps what was right, and stores nothing', async () => {
    const { tokens, journeyId } = await tracked.person();
    const wrong = await tracked.form(`/p/${tokens.qr}`, { interest: 'advice', horizon: 'someday' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatch(
      /<fieldset class="question horizon[^>]*aria-describedby="horizon-problem"[^>]*><legend>[^<]*<\/legend><p class="problem" id="horizon-problem">Choisissez l’une des réponses proposées/,
    );
    expect(wrong.body).toMatch(/<input type="radio"[^>]*checked=""[^>]*value="advice"|<input type="radio"[^>]*value="advice"[^>]*checked=""/);
    const empty = await tracked.form(`/p/${tokens.qr}`, {});
    expect([empty.status, empty.body.includes('Choisissez une réponse.')]).toEqual([422, true]);
    expect(await tracked.events(journeyId)).toEqual([]);
  });

  test('never asks what is known, and speaks the reader’s language', async () => {
    const { tokens } = await tracked.person({ locale: 'en-GB', facts: { interest: 'service', boilerAge: 9, energy: 'oil' } });
    const page = await tracked.get(`/p/${tokens.pageClick}`);
    expect(page.body).toContain('<html lang="en-GB">');
    expect(page.body).not.toContain('name="interest"');
    expect(textOf(page.body)).toMatchInlineSnapshot(`
     "Bellebraise
     Heating engineers since 1974
     Hello Camille,
     Here is your boiler check. One minute is enough to complete it.
     Your oil boiler is 9 years old
     At this age, servicing makes the difference.
     A careful setting before winter avoids a breakdown on a frosty night, and spares your bill.
     And what do you think?
     When are you thinking of it?
     Right now
     This year
     Later
     Get my voucher
     One choice is enough.
     Your answers are used to prepare your project, by Bellebraise only.
     Bellebraise SAS, 12 quai des Tisserands, 00400 Valbraise-les-Forges · Stop receiving our messages"
    `);
    const complete = await tracked.person({ facts: { interest: 'service', horizon: 'later' } });
    expect((await tracked.get(`/p/${complete.tokens.qr}`)).body).not.toContain('class="question');
  });

  test('shows names as they are written, whatever is in them', async () => {
    const { tokens } = await tracked.person({ firstName: '<script>alert(1)</script>"\'&', facts: { store: '</style><img src=x onerror=alert(1)>' } });
    for (const url of [`/p/${tokens.qr}`, `/p/${tokens.qr}?merci`]) {
      const { body } = await tracked.get(url);
      expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;');
      expect(body).not.toContain('<script>alert');
      expect(body).not.toContain('<img src=x');
    }
    const slug = encodeURIComponent('"><script>-') + tokens.qr;
    expect((await tracked.get(`/p/${slug}`)).body).not.toContain('"><script>');
  });

  test('refuses a form that is too large with a page', async () => {
    const { tokens } = await tracked.person();
    const large = await tracked.form(`/p/${tokens.qr}`, { interest: 'x'.repeat(70_000) });
    expect([large.status, large.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8']);
  });
});

describe('a page whose time is over', () => {
  const takeBack = (journeyId: string) => revokeLinks(tracked.store, journeyId);

  test('a link that was taken back says so, takes no answer, and still lets its reader withdraw', async () => {
    const { tokens, journeyId } = await tracked.person();
    expect(await takeBack(journeyId)).toBe(Object.keys(tokens).length);
    const page = await tracked.get(`/p/camille-martin-${tokens.purl}`);
    expect(page.status).toBe(410);
    expect(page.body).not.toMatch(/Camille|sendBeacon/);
    expect(textOf(page.body)).toMatchInlineSnapshot(`
     "Nous avons retiré ce lien
     Il ne mène plus à une page personnelle. Vous n’avez rien à faire.
     Une question, un bon que vous n’avez pas pu utiliser ? Écrivez à bonjour@bellebraise.example : quelqu’un vous répondra.
     Voir ce que propose Bellebraise
     Choisir ce que vous recevez"
    `);
    expect((await tracked.form(`/p/${tokens.purl}`, { interest: 'replace' })).status).toBe(410);
    expect((await tracked.events(journeyId)).map(({ kind }) => kind)).toEqual(['visit']);
    expect((await tracked.get(`/u/${tokens.purl}`)).status).toBe(200);
  });

  test('a page says for how long its links are good, on the campaign’s clock; then what can be done instead', async () => {
    const brief: PersonalPage = { ...pages['boiler-check'], goodFor: '30 days' };
    const short = await trackerUnderTest({ contentOf: () => ({ brand, facts, messages: {}, pages: { 'boiler-check': brief } }) });
    const [fresh, old] = [await short.person({ sentAgo: 29 * DAY }), await short.person({ sentAgo: 31 * DAY, locale: 'en-GB' })];
    expect((await short.get(`/p/${fresh.tokens.qr}`)).status).toBe(200);
    const page = await short.get(`/p/${old.tokens.qr}`);
    expect(page.status).toBe(410);
    expect(textOf(page.body)).toMatchInlineSnapshot(`
     "This invitation has had its time
     Your personal page is closed, and its voucher is no longer good.
     A question, a voucher that you could not use? Write to bonjour@bellebraise.example: somebody will answer.
     See what Bellebraise has to offer
     Choose what you receive"
    `);
    await short.close();
  });
});

describe('what does not fit a form', () => {
  test.each([
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="interest\r\n\r\n\0\0--x', 415],
    ['application/json', '{"interest":', 400],
    ['application/x-www-form-urlencoded', 'interest=%ff%fe&__proto__=x&interest[]=a', 422],
  ])('as %s is refused in the reader’s language, with the way back, and nothing is stored', async (type, body, status) => {
    const { tokens, journeyId } = await tracked.person({ locale: 'en-GB' });
    const answer = await tracked.request('POST', `/p/${tokens.qr}`, { headers: { 'content-type': type, 'accept-language': 'fr' }, body });
    expect([answer.status, answer.headers['content-type'], answer.body.includes('<html lang="en')]).toEqual([status, 'text/html; charset=utf-8', true]);
    expect(answer.body).toContain(`/p/${tokens.qr}`);
    expect(await tracked.events(journeyId)).toEqual([]);
  });

  test('ten megabytes are refused as soon as they are announced', async () => {
    const { tokens } = await tracked.person();
    const { hostname, port } = new URL(tracked.address);
    const socket = connect(Number(port), hostname);
    socket.write(`POST /p/${tokens.qr} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10485760\r\n\r\ninterest=`);
    const [first] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(first.toString()).toMatch(/^HTTP\/1.1 413 /);
    expect(first.toString()).toContain('C’est trop pour nous');
  });
});
