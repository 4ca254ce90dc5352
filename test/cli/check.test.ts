import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkScenarios, RULES, scenarioFolders, versionFindings, type Finding } from '../../cli/check/index.ts';
import { check } from '../../cli/commands/check.ts';
import { teaTimeTree } from './tea-time.ts';

let root: string;
let remove: () => void;
beforeAll(() => {
  ({ root, remove } = teaTimeTree());
});
afterAll(() => remove());

describe('parcours check', () => {
  test('says of each fault where it is, what to do, and which page explains it', async () => {
    let shown = '';
    const code = await check({ scenario: 'tea-time', json: false }, { root, out: { write: (text) => (shown += text) } });
    expect(code).toBe(1);
    expect(shown).toMatchInlineSnapshot(`
     "
     scenarios/tea-time/messages/index.ts

       ✗ touch-without-consent-class 3:7
          3 │ const letter: EmailMessage<'email', object> = { medium: 'email', cost: 0.002, sample: {}, links: {}…
            │       ^^^^^^
         Expected the message to say which consent it needs, got no purpose. Add purpose: 'marketing', or 'service'
         when it is about something that the person ordered or asked for.
         → docs/rules/touch-without-consent-class.md

     scenarios/tea-time/v1.ts

       ✗ unpredictable-path 1:30
          1 │ import { readFileSync } from 'node:fs';
            │                              ^^^^^^^^^
         Expected a path that imports the vocabulary and types only, got "node:fs". It runs in the workflow
         sandbox, without packages and Node modules. Move what needs it to a message, a page or the facts schema.
         → docs/rules/unpredictable-path.md

       ✗ unregistered-version 6:14
          6 │ export const teaTimeV1 = scenario<TeaFacts, TeaMessages>(
            │              ^^^^^^^^^
         Expected the scenario in scenarios/tea-time/v1.ts to have its folder's name, 'tea-time', got 'tea-party'.
         Correct \`name\`.
         → docs/rules/unregistered-version.md

       ✗ unregistered-version 6:14
          6 │ export const teaTimeV1 = scenario<TeaFacts, TeaMessages>(
            │              ^^^^^^^^^
         Expected tea-time.v1 in scenarios/registry.ts, got none: no worker could run its journeys. Add \`import {
         teaTimeV1 } from './tea-time/v1.ts';\` and \`teaTimeV1\` to VERSIONS.
         → docs/rules/unregistered-version.md

       ✗ unregistered-version 6:14
          6 │ export const teaTimeV1 = scenario<TeaFacts, TeaMessages>(
            │              ^^^^^^^^^
         Expected the content of tea-time.v1 in scenarios/content/registry.ts, got none: its touches would find no
         messages. Add \`'tea-time.v1': …\` to CONTENT, with the scenario's content.ts.
         → docs/rules/unregistered-version.md

       ✗ unfrozen-version 6:14
          6 │ export const teaTimeV1 = scenario<TeaFacts, TeaMessages>(
            │              ^^^^^^^^^
         Expected tea-time.v1 to be frozen, since there is a newer version, got one that is not in
         scenarios/frozen.json. If it was launched: npx parcours freeze tea-time 1. If not, it has no journeys:
         take it out and keep the newer one.
         → docs/rules/unfrozen-version.md

       ✗ compile 9:11
          9 │ const card = await journey.print('card', {});
            │       ^^^^
         The compiler says (TS6133): 'card' is declared but its value is never read.
         → docs/rules/README.md

       ✗ unhandled-returned-mail 9:32
          9 │ const card = await journey.print('card', {});
            │                            ^^^^^
         Expected a scenario that prints to say what happens when mail comes back, got neither an exit on
         'returned' nor a wait for it. The journey would go on as if the piece lay in the letter box. Add
         'returned' to \`exit\`, or wait for card.on.returned.
         → docs/rules/unhandled-returned-mail.md

       ✗ touch-without-consent-class 9:38
          9 │ const card = await journey.print('card', {});
            │                                  ^^^^^^
         Expected a message that the scenario's content has, got 'card'. It has letter. Define it in messages/ and
         add it to messages/index.ts, or correct the name.
         → docs/rules/touch-without-consent-class.md

       ✗ unreachable-branch 11:37
         11 │ await journey.waitFor(letter.on.open, { for: '7 days' });
            │                                 ^^^^
         Expected a wait for something that letter can report, got 'open', which never comes: whether something was
         opened can’t be known; wait for what a person does with it, such as a click, a scan or a visit.
         → docs/rules/unreachable-branch.md

       ✗ wait-without-end 12:19
         12 │ await journey.waitFor(letter.on.click);
            │               ^^^^^^^
         Expected this wait to say how long at most, got no \`for\`. Most people never answer: without an end they
         would wait for ever. Add a second argument such as { for: '21 days' }.
         → docs/rules/wait-without-end.md

       ✗ unpredictable-path 13:9
         13 │ if (Date.now() > 1_800_000_000_000) journey.note(readFileSync('tea.txt', 'utf8'));
            │     ^^^^^^^^
         Expected a path that takes its time from the journey, got \`Date.now\`. It says something else when the path
         is replayed. Use journey.now, or wait with journey.until or journey.at.
         → docs/rules/unpredictable-path.md

       ✗ @typescript-eslint/no-floating-promises 14:5
         14 │ journey.sleep('1 day');
            │ ^^^^^^^^^^^^^^^^^^^^^^^
         Expected every step of a path to be awaited, got one that is started and left. The path would run on
         before it is done. Put \`await\` before it.
         → docs/rules/README.md

       ✗ unreachable-branch 15:42
         15 │ if (await journey.waitFor(journey.on.purchase, { for: '30 days' })) return journey.end('bought');
            │                                      ^^^^^^^^
         Expected a wait for something that leaves the journey running, got 'purchase', which is in the scenario's
         goal: when it comes the journey ends, and this wait never returns with it. Take it out of the wait or out
         of goal.
         → docs/rules/unreachable-branch.md

     scenarios/tea-time/v2.ts

       ✗ unregistered-version 1:1
          1 │ export const nothing = 'to see';
            │ ^
         Expected scenarios/tea-time/v2.ts to export a scenario, got none. Export one, such as \`export const
         teaTimeV2 = scenario<…>({ name: 'tea-time', version: 2, … }, …)\`.
         → docs/rules/unregistered-version.md

     ✗ 15 findings in 3 files · 1 scenario, 2 versions checked

     "
    `);
  });

  test('has every rule explained by a page, with a wrong and a right example', () => {
    for (const rule of RULES) {
      const page = readFileSync(`docs/rules/${rule}.md`, 'utf8');
      for (const part of [`# ${rule}`, '## Why', '## Wrong', '## Right', '```ts']) expect([rule, page.includes(part)]).toEqual([rule, true]);
      expect(readFileSync('docs/rules/README.md', 'utf8')).toContain(`(${rule}.md)`);
    }
  });

  test('finds nothing in the scenarios of this tree', async () => {
    const { findings, scenarios } = await checkScenarios({ root: process.cwd() });
    expect(findings).toEqual([]);
    expect(scenarios).toContain('boiler-renewal');
  });

  test('gives findings to tools as JSON, and reads a file that is no TypeScript', async () => {
    const before = readFileSync(join(root, 'scenarios/starter/v1.ts'), 'utf8');
    writeFileSync(join(root, 'scenarios/starter/v1.ts'), before.replace('async (journey) => {', 'async (journey) => {{'));
    let shown = '';
    expect(await check({ scenario: 'starter', json: true }, { root, out: { write: (text) => (shown += text) } })).toBe(1);
    writeFileSync(join(root, 'scenarios/starter/v1.ts'), before);
    const { findings } = JSON.parse(shown) as { findings: Finding[] };
    expect(findings.filter(({ rule }) => rule === 'compile')[0]).toMatchObject({ file: 'scenarios/starter/v1.ts', page: 'docs/rules/README.md', message: expect.stringMatching(/^The compiler says \(TS1\d{3}\)/) });
  });

  test('says which scenarios there are when asked for another', async () => {
    await expect(checkScenarios({ root, scenario: 'tea-tme' })).rejects.toThrow(
      /^Expected a scenario with a version file, got 'tea-tme'. There are: .*boiler-renewal.*tea-time.*\. A new one: npx parcours new tea-tme$/,
    );
  });
});

test('a population that the simulator would not find is named', () => {
  const population = join(root, 'scenarios/tea-time/population.ts');
  writeFileSync(population, 'export {};\n');
  const found = versionFindings(root, scenarioFolders(root).filter(({ name }) => name === 'tea-time')).filter(({ file }) => file.endsWith('population.ts'));
  rmSync(population);
  expect(found.map(({ message }) => message)).toEqual([
    "Expected the population of 'tea-time' in scenarios/content/populations.ts, got none: the simulator would not find it. Import it there and add `'tea-time': …` to POPULATIONS.",
  ]);
});

describe('a version that was launched', () => {
  const file = 'scenarios/boiler-renewal/v1.ts';
  const original = readFileSync(file, 'utf8');
  const found = (): Finding[] =>
    versionFindings(
      root,
      scenarioFolders(root).filter(({ name }) => name === 'boiler-renewal'),
    );
  const about = (text: string): Finding[] => {
    writeFileSync(join(root, file), text);
    return found();
  };

  test('may be laid out and commented otherwise, and name its types otherwise', () => {
    const otherwise = original
      .replace('async (journey) => {', 'async (journey) => {\n    // Begins with paper.\n')
      .replaceAll("'replace'", '"replace"')
      .replace("offer: 'replace' | 'service')", 'offer: Offer)')
      .replace('/** One cheaper', "type Offer = 'service' | 'replace';\n\n/** One cheaper")
      .replace(/;$/gm, '');
    expect(otherwise).not.toBe(original);
    expect(about(otherwise)).toEqual([]);
  });

  test('may not run otherwise', () => {
    const [finding] = about(original.replace("for: '21 days'", "for: '20 days'"));
    expect(finding).toMatchObject({ file, line: 9, column: 14 });
    expect(finding?.message).toMatchInlineSnapshot(
      `"Expected scenarios/boiler-renewal/v1.ts as it was launched, got one that runs otherwise. Journeys under way replay it and would break. Put it back (\`git log -p scenarios/boiler-renewal/v1.ts\` shows what changed) and make the change in a new file, v2.ts."`,
    );
  });

  test('may not go', () => {
    writeFileSync(join(root, 'scenarios/boiler-renewal/v9.ts'), original.replace('version: 1', 'version: 9'));
    rmSync(join(root, file));
    expect(found().map(({ rule, file: at, line, message }) => `${at}:${line} ${rule}: ${message}`)).toMatchInlineSnapshot(`
     [
       "scenarios/boiler-renewal/v9.ts:9 unregistered-version: Expected boiler-renewal.v9 in scenarios/registry.ts, got none: no worker could run its journeys. Add \`import { boilerRenewalV1 } from './boiler-renewal/v9.ts';\` and \`boilerRenewalV1\` to VERSIONS.",
       "scenarios/boiler-renewal/v9.ts:9 unregistered-version: Expected the content of boiler-renewal.v9 in scenarios/content/registry.ts, got none: its touches would find no messages. Add \`'boiler-renewal.v9': …\` to CONTENT, with the scenario's content.ts.",
       "scenarios/frozen.json:2 unfrozen-version: Expected the file of boiler-renewal.v1, which was launched, got none. Journeys under way replay it. Take it back from version control; when the last of them has ended, take this line out with it.",
     ]
    `);
  });
});
