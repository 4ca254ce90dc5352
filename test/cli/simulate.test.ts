import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { simulationPage } from '../../cli/simulate/html/page.ts';
import { renderSimulation } from '../../cli/simulate/terminal.ts';
import { compare, steps, sweep, type SimulationResult } from '../../simulator/index.ts';
import { cardThenMail, messages, tea, town } from '../simulator/small-town.ts';

const BIN = fileURLToPath(new URL('../../cli/bin.js', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as a user runs it: coverage needs a process whose scenarios it loads itself. */
function parcours(...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return node(BIN, 'simulate', ...words);
}

async function node(...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, words, { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

describe('parcours simulate', () => {
  test('says the same for the same seed, names the line that nobody took, and draws a report', async () => {
    const file = join(folder, 'run.html');
    const words = ['boiler-renewal', '--scenario-version', '1', '--prospects', '2000', '--seed', '7', '--json'];
    const [first, again] = await Promise.all([parcours(...words, '--html', file), parcours(...words)]);
    expect(first.err).toBe('');
    expect(again.out).toBe(first.out);
    const { result, coverage } = JSON.parse(first.out) as { result: SimulationResult; coverage: { taken: number; untaken: { file: string; line: number; text: string }[] } };
    expect(result.treated + result.holdout).toBe(2_000);
    expect(result.violations.count).toBe(0);
    const source = readFileSync(new URL('../../scenarios/boiler-renewal/v1.ts', import.meta.url), 'utf8').split('\n');
    // Nobody sends the form of a page that they never opened.
    expect(coverage.untaken.map(({ file: where, line, text }) => `${where}: ${text} in ${source[line - 1]!.trim()}`)).toEqual([
      "scenarios/boiler-renewal/v1.ts: answer in const reply = answer.kind === 'reply' ? answer : await journey.waitFor(journey.on.reply, { for: '1 day' });",
    ]);
    const page = readFileSync(file, 'utf8');
    expect(page.match(/<svg role="img"/g)).toHaveLength(4);
    expect(page).toContain('scenarios/boiler-renewal/v1.ts:');
  });

  test('names every line behind a wait that nobody answers', async () => {
    const { out } = await parcours(
      'boiler-renewal',
      '--scenario-version',
      '1',
      '--prospects',
      '300',
      '--json',
      '--set',
      'response.print=0',
      '--set',
      'response.reminder-card=0',
      '--set',
      'response.email=0',
    );
    const { coverage } = JSON.parse(out) as { coverage: { untaken: { line: number; part: boolean }[] } };
    const source = readFileSync(new URL('../../scenarios/boiler-renewal/v1.ts', import.meta.url), 'utf8').split('\n');
    const lines = source.flatMap((text, index) =>
      /^ {4}(const (reply|interest|thanks|click)|if \((reply|click)\)|await journey\.sleep|return journey\.end\(click)/.test(text) ? [index + 1] : [],
    );
    expect(lines.length).toBe(8);
    expect(coverage.untaken).toEqual(lines.map((line) => expect.objectContaining({ line, part: false })));
  });

  test('compares versions of a scenario on the same people', async () => {
    const { out } = await parcours('boiler-renewal', '--prospects', '300', '--compare', 'v1', 'v1');
    expect(out).toContain('boiler-renewal.v1 against boiler-renewal.v1');
    expect(out).toContain('Not one journey came out otherwise');
  });

  test.each([
    ['an unknown scenario', ['boiler-renewals'], /Expected a registered scenario, got 'boiler-renewals'\. Known: .*boiler-renewal/],
    ['an unknown version', ['boiler-renewal', '--scenario-version', '99'], /Expected a registered scenario version, got 'boiler-renewal\.v99'/],
    ['an unknown parameter, and lists those there are', ['boiler-renewal', '--set', 'respons.print=0.02'], /got 'respons\.print'\. It has:[^]*response\.print = 0\.092/],
    [
      'a share above 1',
      ['boiler-renewal', '--set', 'response.print=2'],
      /Expected response\.print to be a share from 0 to 1 \(it is 0\.092 unless set\), got 2\. For 2 % write 0\.02/,
    ],
    ['no number', ['boiler-renewal', '--set', 'response.print=lots'], /Expected a number, got 'lots'/],
    ['half a setting', ['boiler-renewal', '--set', 'response.print'], /Expected a number, got ''|Expected name=value/],
    ['a range that runs backwards', ['boiler-renewal', '--sweep', 'response.print=0.03..0.005'], /Expected a range from a smaller to a larger number, got 0\.03 to 0\.005/],
    ['a range without an end', ['boiler-renewal', '--sweep', 'response.print=0.03'], /Expected name=from\.\.to such as/],
    ['three versions', ['boiler-renewal', '--compare', 'v1', 'v1', 'v1'], /Expected --compare to get two versions such as v1 v2, got 3/],
    ['no people', ['boiler-renewal', '--prospects', '0'], /Expected a whole number from 1 to 10000000, got '0'/],
    ['everybody held out', ['boiler-renewal', '--holdout', '1'], /Expected a share from 0 to under 1, got 1/],
    ['compare and sweep at once', ['boiler-renewal', '--compare', 'v1', 'v1', '--sweep', 'response.print=0..0.1'], /Expected --compare or --sweep, got both/],
  ])('refuses %s', async (_, words, message) => {
    const { code, err } = await parcours(...words);
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

test('a path that never gives back the thread ends the process with its file and line', async () => {
  const { code, err } = await node('--import', 'tsx', fileURLToPath(new URL('endless-path.ts', import.meta.url)));
  expect(code).toBe(1);
  expect(err).toMatch(/^\nExpected the path at test\/cli\/endless-path\.ts:(9|10) to wait now and then, got no word from it for 1 s\./);
});

const silence = tea(async (journey) => (journey.facts.likesTea ? cardThenMail(journey) : journey.end('left <out>')), { version: 2 });

test('a comparison reads so', async () => {
  const comparison = await compare({
    ...town({ prospects: 1_000, settings: { 'order.anyway': 0 } }),
    versions: [
      { scenario: tea(cardThenMail), messages },
      { scenario: silence, messages },
    ],
  });
  const simulated = { kind: 'comparison', scenario: 'tea-time', comparison } as const;
  expect(renderSimulation(simulated, { columns: 100, colours: false })).toMatchInlineSnapshot(`
   " tea-time.v1 against tea-time.v2 · simulated                                                 seed 7 
    1,000 people: 898 in the campaign, 102 held out · order.anyway = 0
   ╭─ What differs, a person ─────────────────────────────────────────────────────────────────────────╮
   │                         v1          v2   difference   95 % interval                              │
   │ converted           3.12 %      1.89 %      -1.22 %   -1.94 % to -0.51 %                         │
   │ spent               €0.501      €0.310      −€0.191   −€0.207 to −€0.175                         │
   │ revenue             €0.624      €0.379      −€0.245   −€0.389 to −€0.101                         │
   │ mailpieces           1.000       0.618       -0.382   -0.414 to -0.350                           │
   │ mails                0.461       0.275       -0.186   -0.211 to -0.161                           │
   │ days                  64.1        39.4        -24.7   -26.8 to -22.6                             │
   │                                                                                                  │
   │ 343 of 898 journeys (38.2 %) came out otherwise.                                                 │
   │ Same people, same random numbers: each person is compared with themselves. 95 % intervals of the │
   │ mean difference; bold where zero lies outside. Shares differ by percentage points.               │
   ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
   ╭─ How journeys end ───────────────────────────────────────────────────────────────────────────────╮
   │                         v1          v2   difference   95 % interval                              │
   │ clicked             4.57 %      2.90 %      -1.67 %   -2.51 % to -0.83 %                         │
   │ left <out>          0.00 %     38.20 %     +38.20 %   +35.02 % to +41.37 %                       │
   │ returned            2.23 %      1.56 %      -0.67 %   -1.20 % to -0.14 %                         │
   │ scanned             3.90 %      2.56 %      -1.34 %   -2.09 % to -0.59 %                         │
   │ silent             89.31 %     54.79 %     -34.52 %   -37.63 % to -31.41 %                       │
   ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯"
  `);
  const page = simulationPage(simulated);
  expect(page).toContain('left &lt;out&gt;');
  expect(page).not.toContain('left <out>');
  expect(page.match(/<svg role="img"/g)).toHaveLength(1);
});

test('a sweep reads so, and its page loads nothing from anywhere', async () => {
  const points = await sweep({ ...town({ prospects: 1_000, settings: { 'order.anyway': 0 } }), parameter: 'response.card', values: steps(0.02, 0.2, 4) });
  const simulated = { kind: 'sweep', scenario: 'tea-time', parameter: 'response.card', points } as const;
  expect(renderSimulation(simulated, { columns: 80, colours: false })).toMatchInlineSnapshot(`
   " tea-time.v1 · simulated                                                 seed 7 
    1,000 people: 898 in the campaign, 102 held out · order.anyway = 0
   ╭─ By response.card ───────────────────────────────────────────────────────────╮
   │     value                           converted       each     caused, each    │
   │      0.02 ███▊                     20   2.2 %     €22.49           €22.49    │
   │      0.08 ███████▍                 39   4.3 %     €11.53           €11.53    │
   │      0.14 ██████████▉              58   6.5 %      €7.75            €7.75    │
   │       0.2 ██████████████████       96  10.7 %      €4.68            €4.68    │
   │                                                                              │
   │ The same people and random numbers at each value: only response.card         │
   │ differs.                                                                     │
   ╰──────────────────────────────────────────────────────────────────────────────╯"
  `);
  const page = simulationPage(simulated);
  expect(page.match(/<svg role="img"/g)).toHaveLength(1);
  expect(page).not.toMatch(/<script|<link|<img|@import|url\((?!#)|\bsrc=/);
  expect(page).toContain('prefers-color-scheme: dark');
  // Every colour of a drawing is one of the page's, so that it changes with them.
  const seen = page.slice(page.indexOf('<svg'), page.lastIndexOf('</svg>')).replace(/<clipPath[^]*?<\/clipPath>|<path[^>]*fill-opacity="0"[^>]*>/g, '');
  expect(seen.match(/(fill|stroke)="(#|rgb)[^"]*"/g) ?? []).toEqual([]);
  for (const [open, close] of [
    ['<section', '</section>'],
    ['<table>', '</table>'],
    ['<tr', '</tr>'],
    ['<svg', '</svg>'],
    ['<main', '</main>'],
  ] as const)
    expect(page.split(open).length).toBe(page.split(close).length);
});
