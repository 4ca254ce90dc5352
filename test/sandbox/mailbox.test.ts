import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import FormData from 'form-data';
import Mailgun from 'mailgun.js';
import { createSandbox } from '../../sandbox/index.ts';

const domain = 'mail.bellebraise.example';
const from = `Bellebraise <bonjour@${domain}>`;
let sandbox: FastifyInstance;
let url: string;

beforeAll(async () => {
  sandbox = await createSandbox({ key: 'key-test', signingKey: 'sign-test' });
  url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
  const client = new Mailgun(FormData).client({ username: 'api', key: 'key-test', url });
  for (const [name, subject] of [['jean', 'Bonjour <b>Jean</b>'], ['odile', 'Bonjour Odile'], ['jeanne', 'Bonjour Jeanne']] as const) {
    await client.messages.create(domain, { from, to: `${name}@courrier.example`, subject, html: `<html><head></head><body>Cher ${name}"><script>alert(1)</script></body></html>`, text: `Cher ${name}`, 'o:tag': ['hello'] });
  }
});
afterAll(() => sandbox.close());

const post = (fields: Record<string, string>, key = 'key-test') =>
  fetch(`${url}/v3/${domain}/messages`, { method: 'POST', headers: { authorization: `Basic ${Buffer.from(`api:${key}`).toString('base64')}` }, body: new URLSearchParams(fields) });
const page = async (path: string) => (await fetch(url + path)).text();

describe('for people', () => {
  test('the list shows the newest first, and finds by recipient', async () => {
    const list = await page('/');
    expect([...list.matchAll(/class="subject">([^<]*)/g)].map(([, subject]) => subject)).toEqual(['Bonjour Jeanne', 'Bonjour Odile', 'Bonjour &lt;b&gt;Jean&lt;/b&gt;']);
    expect([...(await page('/?to=JEAN')).matchAll(/class="who">([^<]*)/g)].map(([, who]) => who)).toEqual(['jeanne@courrier.example', 'jean@courrier.example']);
    expect(await page('/?to=nobody')).toContain('No mail to “nobody”');
  });

  test('a mail is shown in a frame without scripts, links opening beside it, and as text', async () => {
    const shown = await page('/mail/1');
    expect(shown).not.toContain('<script');
    expect(shown).toContain('<iframe sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(shown).toContain('&lt;base target=&quot;_blank&quot;&gt;');
    expect(await page('/mail/1?view=text')).toContain('<pre>Cher jean</pre>');
    expect((await fetch(`${url}/mail/1`)).headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${url}/mail/99`)).status).toBe(404);
  });
});

describe('for the crowd', () => {
  test('mails come in order, page by page, by a cursor', async () => {
    const first = (await (await fetch(`${url}/sandbox/messages?limit=2`)).json()) as { messages: { to: string }[]; cursor: number };
    expect(first.messages.map(({ to }) => to)).toEqual(['jean@courrier.example', 'odile@courrier.example']);
    const second = (await (await fetch(`${url}/sandbox/messages?since=${first.cursor}`)).json()) as typeof first;
    expect(second.messages.map(({ to }) => to)).toEqual(['jeanne@courrier.example']);
    expect(await (await fetch(`${url}/sandbox/messages?since=${second.cursor}`)).json()).toEqual({ messages: [], cursor: second.cursor });
    expect((await fetch(`${url}/sandbox/messages?since=x`)).status).toBe(400);
  });
});

describe('as Mailgun answers', () => {
  test('the events API filters, and Mailgun’s own client walks through its pages', async () => {
    // The client recommends its newer logs API on the console at each call.
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    const client = new Mailgun(FormData).client({ username: 'api', key: 'key-test', url });
    const walked: string[] = [];
    let at = await client.events.get(domain, { event: 'accepted', limit: 2, ascending: 'yes' });
    while (at.items.length > 0) {
      walked.push(...at.items.map(({ recipient }) => recipient));
      at = await client.events.get(domain, { page: at.pages['next']!.page });
    }
    expect(walked).toEqual(['jean@courrier.example', 'odile@courrier.example', 'jeanne@courrier.example']);
    const one = await client.events.get(domain, { recipient: 'odile@courrier.example', event: 'accepted' });
    expect(one.items).toHaveLength(1);
    expect(one.items[0]).toMatchObject({ event: 'accepted', 'log-level': 'info', tags: ['hello'], message: { headers: { subject: 'Bonjour Odile' } } });
    expect((await client.events.get('other.example')).items).toEqual([]);
    warn.mockRestore();
  });

  test.each([
    [{ to: 'a@x.example', text: 'x' }, 'from parameter is missing'],
    [{ from, text: 'x' }, 'to parameter is missing'],
    [{ from, to: 'nobody', text: 'x' }, 'to parameter is not a valid address. please check documentation'],
    [{ from, to: 'a@x.example', subject: 'x' }, "Need at least one of 'text', 'html', 'amp-html' or 'template' parameters specified"],
    [{ from, to: 'a@x.example', text: 'x', subject: 'one\ntwo' }, 'subject must not contain a line break'],
  ])('400 to %j', async (fields, message) => {
    const answer = await post(fields as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ message });
  });

  test('401 to a wrong key; an id of its own to a mail without one', async () => {
    expect((await post({ from, to: 'a@x.example', text: 'x' }, 'key-wrong')).status).toBe(401);
    expect(await (await post({ from, to: 'a@x.example', text: 'x' })).json()).toEqual({ id: expect.stringMatching(/^<\d+\.[0-9a-f]{16}@mail\.bellebraise\.example>$/), message: 'Queued. Thank you.' });
  });

  test('a fault that it does not know is refused', async () => {
    const answer = await fetch(`${url}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"kind":"explode"}' });
    expect(answer.status).toBe(400);
  });
});
