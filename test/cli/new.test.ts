import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkScenarios, versionFindings, scenarioFolders } from '../../cli/check/index.ts';
import { renderScaffold } from '../../cli/report/scaffold-result.ts';
import { scaffoldScenario } from '../../cli/scaffold/index.ts';
import { withLine } from '../../cli/scaffold/registry-lines.ts';
import { scratchTree } from './scratch-tree.ts';

let root: string;
let remove: () => void;
beforeAll(() => {
  ({ root, remove } = scratchTree());
});
afterAll(() => remove());

/** A program of the tree's packages, run in the scratch tree. */
function run(program: string, ...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    const options = { cwd: root, env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' }, timeout: 110_000 };
    execFile(process.execPath, [resolve('node_modules', program), ...args], options, (error, out, err) => done({ code: error ? 1 : 0, said: out + err }));
  });
}

describe('parcours new', () => {
  test('makes a scenario that passes check, the compiler, the lint and its own test at once', async () => {
    const made = scaffoldScenario({ root, name: 'autumn-reads' });
    expect(renderScaffold(made, { colours: false })).toMatchInlineSnapshot(`
     "autumn-reads · a scenario that runs as it is, to be made yours

       + scenarios/autumn-reads/brand.ts                            who speaks
       + scenarios/autumn-reads/content.ts                          gathers messages, pages and facts
       + scenarios/autumn-reads/facts.ts                            what is known of a person
       + scenarios/autumn-reads/look.tsx                            colours and faces of mails and pages
       + scenarios/autumn-reads/messages/index.ts                   gathers them by name
       + scenarios/autumn-reads/messages/invitation-postcard.ts     the postcard, in French and English
       + scenarios/autumn-reads/messages/reading-advice-wording.ts  its words, by language
       + scenarios/autumn-reads/messages/reading-advice.tsx         the mail, in two variants
       + scenarios/autumn-reads/pages/index.ts                      gathers them by name
       + scenarios/autumn-reads/pages/your-voucher-wording.ts       its words, by language
       + scenarios/autumn-reads/pages/your-voucher.tsx              the personal page
       + scenarios/autumn-reads/population.ts                       how people respond, for the simulator
       + scenarios/autumn-reads/v1.ts                               the path: who gets what, and when
       + test/scenarios/autumn-reads.test.ts                        plays the path branch by branch
       ~ scenarios/registry.ts                                      a line more
       ~ scenarios/content/registry.ts                              a line more
       ~ scenarios/content/populations.ts                           a line more

     Next
       npx parcours check autumn-reads                              after each change
       npx jest test/scenarios/autumn-reads.test.ts                 what happens to whom
       docs/scenarios.md                                            how the path is written"
    `);
    const { findings } = await checkScenarios({ root, scenario: 'autumn-reads' });
    expect(findings).toEqual([]);

    const config = { extends: './tsconfig.json', include: ['scenarios/*.ts', 'scenarios/content/*.ts', 'scenarios/autumn-reads', 'test/scenarios/autumn-reads.test.ts'] };
    writeFileSync(join(root, 'tsconfig.new.json'), JSON.stringify(config));
    // Its test needs no server.
    writeFileSync(
      join(root, 'jest.new.js'),
      "import config from './jest.config.js';\nexport default { ...config, globalSetup: undefined, globalTeardown: undefined, reporters: ['default'] };\n",
    );
    const [compiled, tested] = await Promise.all([
      run('typescript/bin/tsc', '-p', 'tsconfig.new.json'),
      run('jest/bin/jest.js', '--config', 'jest.new.js', '--ci', 'test/scenarios/autumn-reads'),
    ]);
    expect(compiled).toEqual({ code: 0, said: '' });
    expect(tested.said).toMatch(/Tests: +5 passed, 5 total/);
    expect(tested.code).toBe(0);
  }, 120_000);

  test('leaves nothing of the starter in it', () => {
    const folder = join(root, 'scenarios/autumn-reads');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBe(13);
    for (const { parentPath, name } of files) expect([name, readFileSync(join(parentPath, name), 'utf8').match(/starter/i)]).toEqual([name, null]);
  });

  test('registers it in the order of the alphabet', () => {
    expect(readFileSync(join(root, 'scenarios/registry.ts'), 'utf8')).toMatch(/import \{ autumnReadsV1 \} from '\.\/autumn-reads\/v1\.ts';\nimport \{ boilerRenewalV1 \}/);
    expect(readFileSync(join(root, 'scenarios/content/registry.ts'), 'utf8')).toMatch(/ {2}'autumn-reads\.v1': autumnReads,\n {2}'boiler-renewal\.v1': boilerRenewal,\n/);
    expect(readFileSync(join(root, 'scenarios/content/populations.ts'), 'utf8')).toMatch(/ {2}'autumn-reads': autumnReads,\n {2}'boiler-renewal': boilerRenewal,\n/);
    scaffoldScenario({ root, name: 'zebra' });
    scaffoldScenario({ root, name: 'kites-2027' });
    expect(versionFindings(root, scenarioFolders(root))).toEqual([]);
    expect(/VERSIONS[^]*?\];/.exec(readFileSync(join(root, 'scenarios/registry.ts'), 'utf8'))?.[0]).toMatch(
      /autumnReadsV1,\n {2}boilerRenewalV1,\n(?: {2}\w+,\n)*? {2}kites2027V1,\n(?: {2}\w+,\n)*? {2}zebraV1,\n\];/,
    );
  });

  test.each([
    ['Spring Sale', "Expected a name in kebab-case, such as spring-sale, got 'Spring Sale'. Perhaps: npx parcours new spring-sale"],
    ['étéDesLivres', 'Perhaps: npx parcours new ete-des-livres'],
    ['../elsewhere', 'Perhaps: npx parcours new elsewhere'],
    ['2027', 'It begins with a letter and has lower-case letters, digits and single dashes.'],
    ['', "such as spring-sale, got ''."],
    ['new', "Expected a name that code can use, got 'new', which is a word of the language. Say more, such as new-campaign."],
    ['a-name-that-goes-on-and-on-until-nobody-reads-it', 'Expected a name of 40 characters at most, got 48'],
    ['boiler-renewal', "Expected a name that is not taken, got 'boiler-renewal': there is scenarios/boiler-renewal already, and nothing was changed."],
    ['vocabulary', 'there is scenarios/vocabulary already'],
    ['starter', 'there is scenarios/starter already'],
  ])('refuses the name %j', (name, message) => {
    const registry = readFileSync(join(root, 'scenarios/registry.ts'), 'utf8');
    expect(() => scaffoldScenario({ root, name })).toThrow(message);
    expect(readFileSync(join(root, 'scenarios/registry.ts'), 'utf8')).toBe(registry);
  });

  test('writes nothing when a registry is not what it should be', () => {
    writeFileSync(join(root, 'scenarios/content/populations.ts'), 'export {};\n');
    expect(() => scaffoldScenario({ root, name: 'late-reads' })).toThrow('Expected scenarios/content/populations.ts to have a constant POPULATIONS that is an object, got none.');
    expect(existsSync(join(root, 'scenarios/late-reads'))).toBe(false);
  });
});

describe('a line more in a registry', () => {
  const line = { importLine: "import { kiteV1 } from './kite/v1.ts';", constant: 'VERSIONS', element: 'kiteV1' };
  const imports = "import { appleV1 } from './apple/v1.ts';\nimport { zooV1 } from './zoo/v1.ts';\nimport type { AnyScenario } from './vocabulary/index.ts';\n";

  test.each([
    ['a list on one line', 'const VERSIONS: readonly AnyScenario[] = [appleV1, zooV1];', 'const VERSIONS: readonly AnyScenario[] = [\n  appleV1,\n  kiteV1,\n  zooV1,\n];'],
    [
      'a list of lines, with remarks',
      'const VERSIONS: readonly AnyScenario[] = [\n  appleV1, // first\n  zooV1,\n];',
      'const VERSIONS: readonly AnyScenario[] = [\n  appleV1, // first\n  kiteV1,\n  zooV1,\n];',
    ],
    [
      'the end of a list',
      'const VERSIONS: readonly AnyScenario[] = [\n  appleV1,\n  birdV1,\n];',
      'const VERSIONS: readonly AnyScenario[] = [\n  appleV1,\n  birdV1,\n  kiteV1,\n];',
    ],
    ['an empty list', 'const VERSIONS: readonly AnyScenario[] = [];', 'const VERSIONS: readonly AnyScenario[] = [\n  kiteV1,\n];'],
  ])('in %s', (_, before, after) => {
    const grown = withLine('registry.ts', `${imports}\n${before}\n`, line);
    expect(grown).toBe(`${imports.replace('import { zooV1', `${line.importLine}\nimport { zooV1`)}\n${after}\n`);
  });
});
