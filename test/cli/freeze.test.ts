import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { afterLaunch, beforeLaunch } from '../../cli/check/launched-version.ts';
import { freezeVersion } from '../../cli/commands/freeze.ts';
import { PATH, teaTimeTree } from './tea-time.ts';

let root: string;
let remove: () => void;
beforeAll(() => {
  ({ root, remove } = teaTimeTree());
});
afterAll(() => remove());

describe('parcours launch', () => {
  const tea = { scenario: 'tea-time', version: 1 };
  const file = (): string => join(root, 'scenarios/tea-time/v1.ts');

  test('freezes the version it launched, says so once, and refuses it when it was changed', () => {
    const record = readFileSync(join(root, 'scenarios/frozen.json'), 'utf8');
    expect(() => beforeLaunch(root, tea)).not.toThrow();
    expect(afterLaunch(root, tea)).toBe('tea-time.v1 is frozen from now on: scenarios/tea-time/v1.ts does not change any more. Commit scenarios/frozen.json.\n');
    expect(afterLaunch(root, tea)).toBe('');
    writeFileSync(file(), PATH.replace('30 days', '31 days'));
    expect(() => beforeLaunch(root, tea)).toThrow(/^Expected scenarios\/tea-time\/v1\.ts as it was launched, got one that runs otherwise\..* in a new file, v2\.ts\.$/);
    writeFileSync(file(), PATH);
    writeFileSync(join(root, 'scenarios/frozen.json'), record);
  });

  test('leaves a scenario that has no files to the registry', () => {
    expect(() => beforeLaunch(root, { scenario: 'elsewhere', version: 3 })).not.toThrow();
    expect(afterLaunch(root, { scenario: 'elsewhere', version: 3 })).toBe('');
  });
});

describe('parcours freeze', () => {
  const said = async (scenario: string, version?: number): Promise<string> => {
    let shown = '';
    await freezeVersion({ scenario, ...(version === undefined ? {} : { version }) }, { root, out: { write: (text) => (shown += text) } });
    return shown;
  };

  test('puts a version on record once, and refuses a changed one', async () => {
    expect(await said('tea-time', 1)).toBe('tea-time.v1 is frozen: scenarios/tea-time/v1.ts does not change any more. Commit scenarios/frozen.json.\n');
    expect(await said('tea-time', 1)).toBe('tea-time.v1 is frozen already, and its file is as it was.\n');
    const { 'tea-time.v1': record } = JSON.parse(readFileSync(join(root, 'scenarios/frozen.json'), 'utf8')) as Record<string, string>;
    expect(record).toMatch(/^sha256:[0-9a-f]{64}$/);
    writeFileSync(join(root, 'scenarios/tea-time/v1.ts'), PATH.replace('30 days', '31 days'));
    await expect(said('tea-time', 1)).rejects.toThrow('Expected scenarios/tea-time/v1.ts as it was launched, got one that runs otherwise.');
  });

  test('says what there is', async () => {
    await expect(said('tea-tme')).rejects.toThrow("Expected a scenario with a version file, got 'tea-tme'.");
    await expect(said('tea-time', 7)).rejects.toThrow("Expected a version of 'tea-time', got 7. There are: 1, 2.");
  });

  test('names what is wrong with a record that somebody edited', async () => {
    writeFileSync(join(root, 'scenarios/frozen.json'), '{ "tea-time.v1": "abc" }');
    await expect(said('tea-time', 1)).rejects.toThrow(
      /Expected scenarios\/frozen\.json as parcours freeze writes it, got:[^]*sha256: and 64 digits[^]*Take it back from version control\./,
    );
  });
});
