import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importAudience } from '../cli/demo/audience.ts';
import { startStack, type Stack } from '../cli/stack/index.ts';
import { connect, journeyStatus, launchCampaign } from '../client/index.ts';
import { connectStore, type Store } from '../store/index.ts';
import { shoot } from './shoot.ts';

/**
 * `npm run pictures`: the pictures of the README, taken from a real campaign by Chromium (`apt-get install chromium`). One person scans
 * her postcard, answers the page's form, and follows the thank-you mail; her journey is what the pictures show.
 */
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const PERSON = 'p-002';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

const browse = (url: string, init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init, headers: { 'user-agent': PHONE } });

async function until<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const picture = (name: string, page: { url: string; width: number; height: number }) => shoot(join(folder, name), page);

async function walk(stack: Stack, store: Store): Promise<void> {
  const client = await connect();
  await importAudience(store);
  // A campaign day takes five seconds: slow enough to take pictures of it.
  const clock = { epoch: Date.now(), speed: 17_280 };
  await launchCampaign({ client, store }, { id: 'autumn-2026', scenario: 'boiler-renewal', version: 1, audience: [PERSON], seed: 'pictures', clock, printEvery: '1 day', print: { proof: 0 } });
  const journey = `autumn-2026/${PERSON}`;
  const stage = (name: string) => until(async () => ((await journeyStatus(client, journey).catch(() => undefined))?.stage === name ? true : undefined));

  await stage('renewal-postcard');
  const { token } = await store.selectFrom('links').select('token').where('journey_id', '=', journey).where('kind', '=', 'qr').executeTakeFirstOrThrow();
  const page = new URL((await browse(`${stack.addresses.tracker}/q/${token}`)).headers.get('location')!, stack.addresses.tracker).href;
  await picture('personal-page.png', { url: page, width: 500, height: 1100 });
  await browse(`${stack.addresses.tracker}/b/${token}`, { method: 'POST' });
  const html = await (await browse(page)).text();
  const hidden = Object.fromEntries([...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [/name="([^"]*)"/.exec(input)![1]!, /value="([^"]*)"/.exec(input)![1]!]));
  await browse(page, { method: 'POST', body: new URLSearchParams({ ...hidden, interest: 'replace', horizon: 'this-year' }) });

  await stage('thank-you');
  const mail = await until(async () => {
    const { messages } = (await (await fetch(`${stack.addresses.sandbox}/sandbox/messages`)).json()) as { messages: { number: number; html: string }[] };
    return messages.at(-1);
  });
  await picture('mail.png', { url: `${stack.addresses.sandbox}/mail/${mail.number}`, width: 900, height: 1200 });
  await browse(/http:\/\/127\.0\.0\.1:\d+\/c\/[0-9A-Z]{10}/.exec(mail.html)![0]);
  await until(async () => ((await journeyStatus(client, journey)).touches.length === 3 ? true : undefined));
  const { runId } = await client.workflow.getHandle(journey).describe();
  await picture('temporal-ui.png', { url: `${stack.addresses.temporalUi}/namespaces/default/workflows/${encodeURIComponent(journey)}/${runId}/history`, width: 1400, height: 1100 });
  await client.connection.close();
}

await mkdir(folder, { recursive: true });
const stack = await startStack({ ui: true, stopOnSignals: true });
Object.assign(process.env, stack.env);
const store = connectStore({ url: stack.env['DATABASE_URL']!, schema: stack.env['DATABASE_SCHEMA']! });
try {
  await walk(stack, store);
} finally {
  await store.destroy();
  await stack.stop();
}
