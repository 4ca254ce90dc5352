import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { get } from 'node:http';
import { sql } from 'kysely';
import { listActs } from '../../store/operator-acts.ts';
import { removeOperator } from '../../store/operators.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';
import { dashboardUnderTest, OPERATOR, type DashboardUnderTest } from './dashboard-under-test.ts';

let store: TestStore;
let temporal: TestTemporal;
let dashboard: DashboardUnderTest;
beforeAll(async () => {
  [store, temporal] = await Promise.all([testStore(), testTemporal()]);
  dashboard = await dashboardUnderTest({ store, temporal, tracker: 'http://127.0.0.1:8080' });
}, 60_000);
afterAll(async () => {
  await dashboard.close();
  await temporal.close();
  await store.destroy();
});
beforeEach(() => sql`DELETE FROM sign_in_failures`.execute(store));

const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) => fetch(`${dashboard.address}${path}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(body), headers });

test('whoever is not signed in sees no page, and is led back to it after', async () => {
  for (const path of ['/campaigns', '/people/p-001', '/events?kind=scan', '/print-runs', '/record', '/anything']) {
    const answer = await fetch(`${dashboard.address}${path}`, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
  }
  const stream = await fetch(`${dashboard.address}/live`, { headers: { accept: 'text/event-stream' } });
  expect(stream.status).toBe(401);
  const { status, headers } = await post('/sign-in', { ...OPERATOR, next: '/events?kind=scan' });
  expect([status, headers.get('location')]).toEqual([303, '/events?kind=scan']);
});

test.each(['//elsewhere.example/', 'https://elsewhere.example/', '/\\elsewhere.example', 'javascript:alert(1)', '//['])('nobody is led elsewhere after signing in: %s', async (next) => {
  const { headers } = await post('/sign-in', { ...OPERATOR, next });
  expect(headers.get('location')).toBe('/campaigns');
  const { status } = await fetch(`${dashboard.address}/sign-in?next=${encodeURIComponent(next)}&next=b`);
  expect(status).toBe(200);
});

// `fetch` would read two slashes as a host of its own, so these go over the wire as they are.
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; location: string | undefined; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(dashboard.address);
    get({ hostname, port, path, headers: { accept: 'text/html', ...headers } }, (answer) => {
      answer.toArray().then((parts) => resolve({ status: answer.statusCode!, location: answer.headers.location, text: parts.join('') }), reject);
    }).on('error', reject);
  });

test.each([
  ['//x//elsewhere.example/?lang=fr', '/campaigns'],
  ['/.//elsewhere.example/?lang=fr', '/elsewhere.example/'],
  ['//[?lang=fr', '/campaigns'],
  ['/events?kind=scan&lang=fr', '/events?kind=scan'],
])('choosing a language leads nobody elsewhere: %s', async (path, location) => {
  expect(await ask(path)).toMatchObject({ status: 303, location });
});

test.each([
  ['//elsewhere.example/x', '/campaigns'],
  ['/.//elsewhere.example/x', '/elsewhere.example/x'],
  ['//[', '/campaigns'],
])('a link of another site leads nobody elsewhere: %s', async (path, next) => {
  expect((await ask(path, { 'sec-fetch-site': 'cross-site' })).text).toContain(`http-equiv="refresh" content="0;url=${next}"`);
  const cookie = await dashboard.signIn();
  expect((await ask(path, { cookie })).status).toBe(404);
  expect(await ask(`/sign-in?next=${encodeURIComponent(path)}`, { cookie })).toMatchObject({ status: 303, location: next });
});


test('the cookie of a session is for our pages alone; what the database has of it lets nobody in', async () => {
  const { headers } = await post('/sign-in', OPERATOR);
  const cookie = headers.getSetCookie()[0]!;
  expect(cookie.replace(/=[\w-]{43};/, '=<word>;')).toBe('parcours=<word>; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict');
  const { id } = await store.selectFrom('operator_sessions').select('id').orderBy('created_at', 'desc').executeTakeFirstOrThrow();
  expect(id).toMatch(/^[0-9a-f]{64}$/);
  expect(cookie).not.toContain(id);
  const answer = await fetch(`${dashboard.address}/campaigns`, { redirect: 'manual', headers: { accept: 'text/html', cookie: `parcours=${id}` } });
  expect(answer.status).toBe(303);
});

test('over https the cookie goes over nothing else, and browsers are told to stay there', async () => {
  const secure = await dashboardUnderTest({ store, temporal, tracker: 'http://127.0.0.1:8080' }, { url: 'https://parcours.brand.example' });
  const { headers } = await fetch(`${secure.address}/sign-in`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(OPERATOR) });
  expect(headers.getSetCookie()[0]).toMatch(/^__Host-parcours=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  await secure.close();
});

test('a wrong password and a name that nobody has get the same answer', async () => {
  const tries = await Promise.all([post('/sign-in', { name: OPERATOR.name, password: 'not the password' }), post('/sign-in', { name: 'nobody', password: 'not the password' })]);
  const [wrong, unknown] = await Promise.all(tries.map(async (answer) => [answer.status, (await answer.text()).replaceAll(/value="(anne|nobody)"/g, '')] as const));
  expect(wrong).toEqual(unknown);
  expect(wrong![0]).toBe(401);
  expect(wrong![1]).toContain('This name and this password do not go together.');
});

test('whoever guesses is slowed down after five tries, for names that nobody has as well; others are not', async () => {
  for (const name of [OPERATOR.name, 'nobody']) {
    for (let tries = 0; tries < 5; tries += 1) expect((await post('/sign-in', { name, password: `guess number ${tries}` })).status).toBe(401);
    const refused = await post('/sign-in', { ...OPERATOR, name });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
  }
  await sql`UPDATE sign_in_failures SET address = '192.0.2.7'`.execute(store);
  expect((await post('/sign-in', OPERATOR)).status).toBe(303);
  // An hour later the tries are forgotten, and their addresses with them.
  await sql`UPDATE sign_in_failures SET at = now() - interval '2 hours'`.execute(store);
  await post('/sign-in', { name: 'nobody', password: 'one more guess' });
  expect(await store.selectFrom('sign_in_failures').select('name').execute()).toEqual([{ name: 'nobody' }]);
});

test('whoever guesses all at once gets no more tries than one after the other', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, tries) => post('/sign-in', { name: 'nobody', password: `guess number ${tries}` })));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(401), ...Array(15).fill(429)]);
});

describe('a session ends', () => {
  const pageWith = async (cookie: string) => (await fetch(`${dashboard.address}/campaigns`, { redirect: 'manual', headers: { accept: 'text/html', cookie } })).status;

  test('when the operator signs out', async () => {
    const cookie = await dashboard.signIn();
    const token = /name="token" value="([^"]+)"/.exec(await (await fetch(`${dashboard.address}/campaigns`, { headers: { accept: 'text/html', cookie } })).text())![1]!;
    const { status, headers } = await post('/sign-out', { token }, { cookie });
    expect([status, headers.get('location')]).toEqual([303, '/sign-in']);
    expect(await pageWith(cookie)).toBe(303);
    expect((await listActs(store, { limit: 1 }))[0]).toMatchObject({ operator: 'anne', act: 'sign-out' });
  });

  test('when its time is up', async () => {
    const cookie = await dashboard.signIn();
    expect(await pageWith(cookie)).toBe(200);
    await sql`UPDATE operator_sessions SET expires_at = now()`.execute(store);
    expect(await pageWith(cookie)).toBe(303);
  });

  test('when the operator is removed', async () => {
    const gone = await dashboardUnderTest({ store, temporal, tracker: 'http://127.0.0.1:8080' });
    const cookie = await gone.signIn();
    await removeOperator(store, OPERATOR.name);
    expect(await pageWith(cookie)).toBe(303);
    await gone.close();
    // Back again for the tests to come.
    await (await dashboardUnderTest({ store, temporal, tracker: 'http://127.0.0.1:8080' })).close();
  });
});

test.each<[string, Record<string, string>, Record<string, string>]>([
  ['without the form’s token', {}, {}],
  ['with another session’s token', { token: 'x'.repeat(43) }, {}],
  ['from another site', {}, { 'sec-fetch-site': 'cross-site' }],
  ['from another origin', {}, { origin: 'https://elsewhere.example' }],
])('a form is refused %s', async (_, fields, headers) => {
  const cookie = await dashboard.signIn();
  const token = /name="token" value="([^"]+)"/.exec(await (await fetch(`${dashboard.address}/campaigns`, { headers: { accept: 'text/html', cookie } })).text())![1]!;
  const isFromElsewhere = Object.keys(headers).length > 0;
  const answer = await post('/sign-out', { ...(isFromElsewhere ? { token } : {}), ...fields }, { cookie, ...headers });
  expect(answer.status).toBe(403);
  if (isFromElsewhere) expect((await post('/sign-in', OPERATOR, headers)).status).toBe(403);
});

test('a page allows its own files and nothing else', async () => {
  const { headers } = await dashboard.look('/campaigns');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; frame-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  expect(headers.get('cache-control')).toBe('private, no-store');
  const html = await (await dashboard.look('/campaigns')).text();
  expect(html).not.toMatch(/ style="| on[a-z]+="|<style|<script>/);
});

test('whoever comes by a link of another site keeps their session: the next step is ours', async () => {
  const answer = await fetch(`${dashboard.address}/campaigns/spring?lang2=x`, { redirect: 'manual', headers: { accept: 'text/html', 'sec-fetch-site': 'cross-site' } });
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('http-equiv="refresh" content="0;url=/campaigns/spring?lang2=x"')]);
});

test.each([
  ['fr-FR,fr;q=0.9,en;q=0.8', 'fr', 'Campagnes'],
  ['de-DE,en;q=0.5', 'en', 'Campaigns'],
  ['en;q=0.3, fr;q=0.7', 'fr', 'Campagnes'],
  ['', 'en', 'Campaigns'],
])('a browser that speaks %s reads %s', async (accepted, language, title) => {
  const html = await (await dashboard.look('/campaigns', { headers: { 'accept-language': accepted } })).text();
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain(`<h1>${title}</h1>`);
});
