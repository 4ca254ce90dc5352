import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type * as Renderers from '../../../cli/preview/open-renderer.ts';
import { scratchTree } from '../scratch-tree.ts';
import { until } from '../../setup/until.ts';

let root: string;
let remove: () => void;
let preview: ChildProcess;
let url = '';
let said = '';

beforeAll(async () => {
  ({ root, remove } = scratchTree());
  for (const folder of ['cli', 'activities', 'client', 'dashboard', 'store', 'tracker']) cpSync(folder, join(root, folder), { recursive: true });
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', NO_COLOR: '1' };
  preview = spawn(process.execPath, ['--import', tsx, resolve(root, 'cli/parcours.ts'), 'preview', 'boiler-renewal', '--port', '0'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [preview.stdout!, preview.stderr!]) stream.on('data', (data: Buffer) => (said += data.toString()));
  url = await until('the preview to say where it is', async () => /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0], 60_000);
}, 90_000);
afterAll(async () => {
  const ended = new Promise((done) => preview.once('exit', done));
  preview.kill('SIGTERM');
  await ended;
  remove();
});

async function see(path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${url}${path}`);
  return { status: answer.status, text: await answer.text() };
}

const THANKS = '/boiler-renewal.v2/mail/thank-you';

function edit(file: string, change: (text: string) => string): () => void {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Expected a change to ${file}, got none.`);
  writeFileSync(path, after);
  return () => writeFileSync(path, before);
}

describe('the preview', () => {
  test('opens with the scenario that was asked for, and lists the others', async () => {
    const { status, text } = await see('/');
    expect(status).toBe(200);
    expect(text).toContain('<title>boiler-renewal.v3 · Parcours preview</title>');
    for (const name of ['renewal-postcard', 'thank-you', 'boiler-check', 'win-back']) expect(text).toContain(`>${name}</a>`);
  });

  test('shows every mail and page of the library in both languages', async () => {
    const paths = new Set<string>();
    for (const type of ['abandoned-cart.v1', 'area-drop.v1', 'boiler-renewal.v3', 'equipment-renewal.v1', 'store-opening.v1', 'win-back.v2']) {
      for (const [, path] of (await see(`/${type}`)).text.matchAll(/href="(\/[\w.-]+\/(?:mail|page|area)\/[\w-]+)/g)) paths.add(path!);
    }
    expect(paths.size).toBeGreaterThanOrEqual(20);
    for (const path of paths) {
      for (const lang of ['fr', 'en']) {
        const { status, text } = await see(`/frame${path}?lang=${lang}`);
        expect([path, lang, status, text.includes('can’t be shown')]).toEqual([path, lang, 200, false]);
        expect([path, /<html[^>]* lang="(fr|en)/.exec(text)?.[1]]).toEqual([path, lang]);
      }
    }
  });

  test('says what a mailbox shows, what a mail weighs and what is wrong with it', async () => {
    const { text } = await see(`${THANKS}?variant=factual&lang=en`);
    expect(text).toMatch(/Weight <b class="good">\d\.\d kB/);
    expect(text).toContain('Both links are tracked');
    expect(text).toContain('Unsubscribe link, in both parts');
    expect((await see(`${THANKS}?part=text`)).text).toMatch(/Choisir un jour de visite &lt;http/);
  });

  test('prints a card, whose code can be read and leads to its page', async () => {
    const { text } = await see('/boiler-renewal.v2/card/renewal-postcard');
    const code = /(HTTP:\/\/127\.0\.0\.1:\d+\/Q\/\w{10})/.exec(text)![1]!;
    const page = await fetch(code);
    expect([page.status, new URL(page.url).pathname]).toEqual([200, '/boiler-renewal.v2/page/boiler-check']);
    const picture = await fetch(`${url}/picture/boiler-renewal.v2/card/renewal-postcard/1`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    const pdf = await fetch(`${url}/pdf/boiler-renewal.v2/card/renewal-postcard/0`);
    expect((await pdf.text()).slice(0, 5)).toBe('%PDF-');
  });

  test('lets a page’s form be sent, and reads it as the tracker does', async () => {
    const send = (body: Record<string, string>) => fetch(`${url}/frame/boiler-renewal.v2/page/boiler-check`, { method: 'POST', body: new URLSearchParams(body) });
    expect((await send({ interest: 'nonsense' })).status).toBe(422);
    const thanked = await send({ interest: 'service' });
    expect([thanked.status, (await thanked.text()).includes('Entretien à 129')]).toEqual([200, true]);
  });

  test.each([
    ['{"interest": ', 'Expected JSON such as'],
    ['[1]', 'Expected a JSON object in braces'],
    ['{"interest":"gold"}', 'scenarios/boiler-renewal/messages/thank-you.tsx:'],
  ])('says what is wrong with the props %s', async (props, problem) => {
    const { status, text } = await see(`${THANKS}?props=${encodeURIComponent(props)}`);
    expect(status).toBe(200);
    expect(text).toContain('This can’t be shown');
    expect(text).toContain(problem);
  });

  test.each([
    ['/win-front.v1', 'Expected a scenario version such as'],
    ['/boiler-renewal.v2/mail/thank-me', 'It may have been renamed.'],
  ])('says that %s is not there', async (path, problem) => {
    const { status, text } = await see(path);
    expect(status).toBe(404);
    expect(text).toContain(problem);
  });

  test('is for this machine alone', async () => {
    const answered = await new Promise<number | undefined>((done) => request(url, { headers: { host: 'evil.example' } }, (response) => done(response.resume().statusCode)).end());
    expect(answered).toBe(403);
  });

  test('runs no script in what it shows, and only its own around it', async () => {
    const around = (await fetch(`${url}${THANKS}`)).headers.get('content-security-policy');
    expect(around).toContain("script-src 'self'");
    expect(around).not.toContain('unsafe');
    const inside = (await fetch(`${url}/frame${THANKS}`)).headers.get('content-security-policy')!;
    expect(inside).toContain("default-src 'none'");
    expect(inside).not.toMatch(/script|allow-scripts/);
  });
});

describe('while files change', () => {
  test('a text that is saved is seen, and open pages are told', async () => {
    const told = await fetch(`${url}/live`);
    const reader = told.body!.getReader();
    const undo = edit('scenarios/boiler-renewal/messages/thank-you-wording.ts', (text) => text.replaceAll('Choisir un jour de visite', 'Prendre rendez-vous'));
    let events = '';
    while (!events.includes('event: changed')) events += new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();
    expect(events).toMatch(/event: hello[^]*event: loading[^]*event: changed/);
    expect((await see(`/frame${THANKS}`)).text).toContain('Prendre rendez-vous');
    undo();
    await until('the old text to be back', async () => (await see(`/frame${THANKS}`)).text.includes('Choisir un jour de visite'));
  });

  test('a file that can’t be loaded is named, and what was there before stays to be seen', async () => {
    const mend = edit('scenarios/boiler-renewal/messages/thank-you.tsx', (text) => text.replace('export const thankYou', 'export const = thankYou'));
    await until('the problem to be told', async () => (await see(THANKS)).text.includes('don’t load as they stand'));
    const { text } = await see(THANKS);
    expect(text).toContain('scenarios/boiler-renewal/messages/thank-you.tsx:');
    expect((await see(`/frame${THANKS}`)).text).toContain('Choisir un jour de visite');
    mend();
    await until('all to be well again', async () => !(await see(THANKS)).text.includes('don’t load as they stand'));
  });

  test('a template that throws is shown as its error, and the others go on', async () => {
    const mend = edit('scenarios/boiler-renewal/messages/follow-us.tsx', (text) => text.replace('const page = PAGES[context.props.page];', "throw new Error('no fireside today');"));
    await until('the error to be shown', async () => (await see('/boiler-renewal.v2/mail/follow-us')).text.includes('no fireside today'));
    const { status, text } = await see('/boiler-renewal.v2');
    expect([status, text.includes('no fireside today')]).toEqual([200, true]);
    expect((await see(THANKS)).text).not.toContain('can’t be shown');
    mend();
  });
});

test('a template that never ends is given up, and those behind it are rendered by a new process', async () => {
  const mend = edit('scenarios/boiler-renewal/messages/follow-us.tsx', (text) => text.replace('const page = PAGES[context.props.page];', 'for (;;);'));
  const { openRenderer } = (await import(join(root, 'cli/preview/open-renderer.ts'))) as typeof Renderers;
  const renderer = await openRenderer({ patience: 5_000 });
  try {
    const mail = (name: string) => renderer.ask({ ask: 'mail', shown: { type: 'boiler-renewal.v2', kind: 'mail', name, language: 'fr', reader: 'elodie', base: url } });
    const [endless, other] = await Promise.all([mail('follow-us'), mail('reminder-email')]);
    expect(endless).toMatchObject({ problem: { message: expect.stringContaining('a template may go round for ever') } });
    expect(other).toMatchObject({ value: { subject: 'Passé douze ans, une chaudière mérite un bilan' } });
  } finally {
    renderer.close();
    mend();
  }
});
