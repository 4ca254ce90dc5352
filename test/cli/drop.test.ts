import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { register } from '../../cli/commands/drop.ts';
import { readQrCodes } from '../../cli/demo/read-qr-codes.ts';
import { createCampaign } from '../../store/campaigns.ts';
import { findArea } from '../../store/index.ts';
import { inspectPdf } from '../activities/print/pdf-inspection.ts';
import { testStore, type TestStore } from '../setup/store.ts';

let store: TestStore;
let out: string;
beforeAll(async () => {
  [store, out] = await Promise.all([testStore(), mkdtemp(join(tmpdir(), 'parcours-drop-'))]);
  const base = { version: 1, goal: ['purchase'], clock: { epoch: 0, speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: 86_400_000 } as const;
  await createCampaign(store, { ...base, id: 'baskets', scenario: 'area-drop', entry: { event: 'area-reply' } });
  await createCampaign(store, { ...base, id: 'spring', scenario: 'boiler-renewal' });
  Object.assign(process.env, { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName, PARCOURS_PUBLIC_URL: 'https://ormeval.example' });
});
afterAll(async () => {
  await store.destroy();
  await rm(out, { recursive: true });
});

async function drop(csv: string, { scenario = 'area-drop', campaign = 'baskets' } = {}): Promise<string> {
  const file = join(out, 'areas.csv');
  await writeFile(file, csv);
  let shown = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((shown += String(text))));
  const program = new Command('parcours').exitOverride();
  register(program);
  try {
    await program.parseAsync(['drop', scenario, file, '--campaign', campaign, '--out', out], { from: 'user' });
    return shown;
  } finally {
    write.mockRestore();
  }
}

const AREAS = 'area;name;households;quantity\n007300101;Les Tilleuls;1150;1200\n007300102;Le Vieux Bourg;900;\n';
const manifest = async () => parse(await readFile(join(out, 'baskets/drop/manifest.csv')), { columns: true }) as Record<string, string>[];

describe('parcours drop', () => {
  test('makes a leaflet for each area, whose QR code and address in clear lead to its page, and a manifest', async () => {
    expect(await drop(AREAS)).toBe(`2 areas, 2100 leaflets to print: ${out}/baskets/drop/, listed in ${out}/baskets/drop/manifest.csv\n`);
    const rows = await manifest();
    expect(rows.map(({ area, name, households, quantity, file }) => [area, name, households, quantity, file])).toEqual([
      ['007300101', 'Les Tilleuls', '1150', '1200', '007300101.pdf'],
      ['007300102', 'Le Vieux Bourg', '900', '900', '007300102.pdf'],
    ]);
    for (const { area, file, code, sha256, url } of rows) {
      const pdf = await readFile(join(out, 'baskets/drop', file!));
      expect(createHash('sha256').update(pdf).digest('hex')).toBe(sha256);
      expect(url).toBe(`https://ormeval.example/a/${code}`);
      expect(await readQrCodes({ pdf, pages: [2] })).toEqual([url!.toUpperCase()]);
      const { pages, fonts } = await inspectPdf(pdf);
      expect(pages).toEqual(Array.from({ length: 2 }, () => ({ mediaBox: [0, 0, 154, 111], trimBox: [3, 3, 148, 105], bleedBox: [0, 0, 154, 111] })));
      expect(fonts.every(({ embedded }) => embedded)).toBe(true);
      expect(await findArea(store, code!.toLowerCase())).toMatchObject({ area, campaign: { id: 'baskets' } });
    }
  });

  test('made again keeps the codes and gives the same files; an area that is new gets its own', async () => {
    const before = await manifest();
    await drop(`${AREAS}007300103;La Croix-Verte;700;\n`);
    const after = await manifest();
    expect(after.slice(0, 2)).toEqual(before);
    expect(new Set(after.map(({ code }) => code)).size).toBe(3);
    expect((await readdir(join(out, 'baskets/drop'))).sort()).toEqual(['007300101.pdf', '007300102.pdf', '007300103.pdf', 'manifest.csv']);
  });

  test.each([
    ['area;name\nA;B\n', {}, 'Expected the columns area, name, households, quantity (the last may be left out), got area, name.'],
    ['area;name;households\nA/B;X;ten\nC;;5\nD;Y;x\nE;Z;1\nE;Z;1\n', {}, "line 2: Expected area to be letters, digits, dots, hyphens and underscores (40 at most), got 'A/B'."],
    ['area;name;households\nD;Y;x\nE;Z;1\nE;Z;1\n', {}, "line 2: Expected households to be a whole number, got 'x'.\nline 4: Expected each area once, got 'E' again."],
    ['', {}, 'Expected a first line of columns'],
    [AREAS, { campaign: 'spring' }, "Expected campaign 'spring' to be one of area-drop, got one of boiler-renewal."],
    [AREAS, { campaign: 'nothing' }, "Expected campaign 'nothing' to be one of area-drop, got none. Launch it first: npx parcours launch area-drop --campaign nothing"],
    [AREAS, { campaign: 'spring', scenario: 'boiler-renewal' }, 'Expected boiler-renewal.v1 to have a drop in its content, got none.'],
  ])('says what is wrong: %#', async (csv, options, message) => {
    await expect(drop(csv, options)).rejects.toThrow(message);
  });
});
