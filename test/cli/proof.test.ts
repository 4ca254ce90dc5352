import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import readQrCode from 'jsqr';
import { PNG } from 'pngjs';
import { renderPrintRun } from '../../activities/print/render-print-run.ts';
import { register } from '../../cli/commands/proof.ts';
import { addressee, writtenPieces } from '../../cli/proof/index.ts';
import { newestVersion, scenarioNames } from '../../scenarios/index.ts';
import { inspectPdf } from '../activities/print/pdf-inspection.ts';
import { runCommand } from './run-command.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'parcours-proof-'));
  process.env['PARCOURS_PUBLIC_URL'] = 'https://bellebraise.example/';
});
afterAll(async () => {
  delete process.env['PARCOURS_PUBLIC_URL'];
  await rm(out, { recursive: true });
});

/** What it prints, without the time that it took. */
async function proof(...args: string[]): Promise<{ shown: string; code: number }> {
  const { shown, code } = await runCommand(register, ['proof', ...args, '--out', out]);
  return { shown: shown.replaceAll(out, 'out').replace(/in \d+\.\d s;/, 'in 1.0 s;'), code };
}

async function picture(name: string): Promise<PNG> {
  return PNG.sync.read(await readFile(join(out, name)));
}

function codeIn({ data, width, height }: PNG): string | undefined {
  return readQrCode(new Uint8ClampedArray(data), width, height)?.data;
}

describe('a proof of boiler-renewal', () => {
  let shown: string;
  let code: number;
  beforeAll(async () => {
    await writeFile(join(out, '07-left-from-before-1.png'), '');
    ({ shown, code } = await proof('boiler-renewal', '--scenario-version', '1', '--facts', '{"boilerAge": 22, "energy": "gas"}'));
  });

  test('says for whom each piece is, on whose way, what is on it and where', () => {
    expect(code).toBe(0);
    expect(shown).toMatchInlineSnapshot(`
     " boiler-renewal.v1 · proof
     ╭─ For whom ───────────────────────────────────────────────────────────────────────────────────────╮
     │ to        Mme Élodie Martin-Roux, 4 rue de l’Église, 00410 Saint-Loup-sur-Forge                  │
     │ given     boilerAge 22, energy gas                                                               │
     │ drawn     storeDistance 5.6, store Port-Ancelin, customer no (the first person of population.ts) │
     ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
     ╭─ 1 renewal-postcard ─────────────────────────────────────────────────────────────────────────────╮
     │ when      who stays silent, day 0                                                                │
     │ props     offer replace                                                                          │
     │ paper     a6-postcard, 148 × 105 mm, couché satin 350 g/m², publicitaire J+3                     │
     │ QR code   version 3, 17.7 mm, modules of 0.61 mm: HTTPS://BELLEBRAISE.EXAMPLE/Q/TESTCARD2Q       │
     │ PURL      bellebraise.example/p/elodie-martin-roux-TESTCARD2P                                    │
     │ pages     1, 2: 01-renewal-postcard-1.png 01-renewal-postcard-2.png                              │
     ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
     ╭─ 2 reminder-card ────────────────────────────────────────────────────────────────────────────────╮
     │ when      who stays silent, no email, day 25                                                     │
     │ props     offer replace                                                                          │
     │ paper     a6-postcard, 148 × 105 mm, offset 240 g/m², publicitaire J+3                           │
     │ QR code   version 3, 17.7 mm, modules of 0.61 mm: HTTPS://BELLEBRAISE.EXAMPLE/Q/TESTCARD3Q       │
     │ PURL      bellebraise.example/p/elodie-martin-roux-TESTCARD3P                                    │
     │ pages     3, 4: 02-reminder-card-1.png 02-reminder-card-2.png                                    │
     ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
      2 pieces, 4 pages in 1.0 s; addresses begin with https://bellebraise.example, TESTCARD keys lead
      nowhere
      out/proof.pdf and its pictures beside it
     "
    `);
  });

  test('shows each card as one holds it: the picture side, then its address side, cut to their trim', async () => {
    const { pages, fonts } = await inspectPdf(await readFile(join(out, 'proof.pdf')));
    expect(pages).toHaveLength(4);
    for (const { trimBox } of pages) expect(trimBox).toEqual([3, 3, 148, 105]);
    expect(fonts.every(({ embedded }) => embedded)).toBe(true);
    const pictures = ['01-renewal-postcard-1.png', '01-renewal-postcard-2.png', '02-reminder-card-1.png', '02-reminder-card-2.png'];
    expect((await readdir(out)).sort()).toEqual([...pictures, 'proof.pdf']);
    for (const name of pictures) {
      const { width, height } = await picture(name);
      // 148 × 105 mm at 150 dpi.
      expect([width, height]).toEqual([874, 620]);
    }
  });

  test('its pictures’ QR codes are read by whoever points a camera at them, and lead nowhere', async () => {
    expect(codeIn(await picture('01-renewal-postcard-1.png'))).toBeUndefined();
    expect(codeIn(await picture('01-renewal-postcard-2.png'))).toBe('HTTPS://BELLEBRAISE.EXAMPLE/Q/TESTCARD2Q');
    expect(codeIn(await picture('02-reminder-card-2.png'))).toBe('HTTPS://BELLEBRAISE.EXAMPLE/Q/TESTCARD3Q');
  });
});

test('a message that no path of this person comes to is shown with its sample props', async () => {
  const { shown, code } = await proof('win-back', '--facts', '{"orders": 1}', '--message', 'last-card');
  expect(code).toBe(0);
  expect(shown).toContain('│ when      on no way of this person: with its sample props');
  expect(shown).toContain('│ props     favourite espresso, offer gift');
});

test('all variants are shown unless one is asked for, which the pieces after it keep', async () => {
  const titles = (text: string) => [...text.matchAll(/^╭─ (\d .*?) ─+╮$|^│ (?:variant|props) +(\S.*?) *│$/gm)].map(([, title, line]) => title ?? line);
  expect(titles((await proof('win-back', '--facts', '{"monthsAway": 8, "orders": 6, "favourite": "beans"}')).shown)).toEqual([
    ...['1 come-back-card', 'gift', 'favourite beans, monthsAway 8'],
    ...['2 come-back-card', 'discount', 'favourite beans, monthsAway 8'],
    ...['3 last-card', 'offer gift, favourite beans'],
    ...['4 last-card', 'offer discount, favourite beans'],
  ]);
  expect(titles((await proof('win-back', '--facts', '{"monthsAway": 8, "orders": 6, "favourite": "beans"}', '--variant', 'discount')).shown)).toEqual([
    ...['1 come-back-card', 'discount', 'favourite beans, monthsAway 8'],
    ...['2 last-card', 'offer discount, favourite beans'],
  ]);
});

test('name, address and language are those that are asked for', async () => {
  const { shown } = await proof(
    'boiler-renewal',
    '--message',
    'renewal-postcard',
    '--language',
    'en',
    '--name',
    'Mr Alistair MacAllister',
    '--address',
    '12 rue du Puits, Bât. C, 00400 Valbraise',
  );
  expect(shown).toContain('to        Mr Alistair MacAllister, Bât. C, 12 rue du Puits, 00400 Valbraise');
  expect(shown).toContain('bellebraise.example/p/alistair-macallister-TESTCARD2P');
});

test('the longest name and address fit every card of every scenario, in both languages', async () => {
  for (const scenario of scenarioNames()) {
    for (const language of ['fr', 'en'] as const) {
      const { pieces } = await writtenPieces({
        workflowType: `${scenario}.v${newestVersion(scenario)}`,
        facts: {},
        locale: language === 'fr' ? 'fr-FR' : 'en-GB',
        address: addressee({ language, longest: true }),
        publicUrl: 'https://bellebraise.example',
      });
      const { printed, unprintable } = await renderPrintRun({ title: scenario, pieces: pieces.map(({ piece }) => piece), at: new Date(0) });
      expect(unprintable).toEqual([]);
      expect(printed.length).toBeGreaterThan(0);
      for (const { addressLines } of printed) expect(addressLines).toHaveLength(5);
    }
  }
  expect(await proof('boiler-renewal', '--longest', '--message', 'reminder-card')).toMatchObject({ code: 0 });
});

test('the sheet with its bleed is shown when crop marks are asked for', async () => {
  await proof('area-drop', '--crop-marks');
  const { width, height } = await picture('01-taste-card-2.png');
  // 154 × 111 mm at least.
  expect(width).toBeGreaterThanOrEqual(909);
  expect(height).toBeGreaterThanOrEqual(656);
});

test('a piece that can’t be printed is named with its field and millimetres, and leaves no PDF from before', async () => {
  const { shown, code } = await proof('boiler-renewal', '--message', 'renewal-postcard', '--name', 'Mme Anne Hottentottenpotentatentantenattentat');
  expect(code).toBe(1);
  expect(shown).toMatchInlineSnapshot(`
   " boiler-renewal.v3 · proof
   ╭─ For whom ───────────────────────────────────────────────────────────────────────────────────────╮
   │ to        Mme Anne Hottentottenpotentatentantenattentat, 4 rue de l’Église, 00410                │
   │           Saint-Loup-sur-Forge                                                                   │
   │ drawn     boilerAge 26, energy oil, storeDistance 5.6, store Port-Ancelin, customer no (the      │
   │           first person of population.ts)                                                         │
   ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
   ╭─ ✗ renewal-postcard replace can’t be printed ────────────────────────────────────────────────────╮
   │ Expected every word of back.salutation to fit 53.0 mm at 8.2 pt, got one of 54.5 mm. Shorten it. │
   ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
   ╭─ ✗ renewal-postcard service can’t be printed ────────────────────────────────────────────────────╮
   │ Expected every word of back.salutation to fit 53.0 mm at 8.2 pt, got one of 54.5 mm. Shorten it. │
   ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    0 pieces, 0 pages in 1.0 s; addresses begin with https://bellebraise.example, TESTCARD keys lead
    nowhere
   "
  `);
  expect(await readdir(out)).toEqual([]);
});

test('where nothing opens PDFs, it says so and where the file is', async () => {
  const before = process.env['PATH'];
  let said = '';
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said += String(text))));
  process.env['PATH'] = '';
  try {
    await proof('area-drop', '--open');
  } finally {
    process.env['PATH'] = before;
    write.mockRestore();
  }
  expect(said).toBe(`Expected a program that opens PDFs (open, xdg-open), got none. The file is ${join(out, 'proof.pdf')}.\n`);
});

describe('what is refused', () => {
  test.each([
    [
      'no JSON',
      ['boiler-renewal', '--facts', 'boilerAge=22'],
      /Expected --facts to be a JSON object such as '\{"boilerAge": 22\}', got boilerAge=22 \(.*\)\. In a shell, put it between single quotes\./,
    ],
    ['no object', ['boiler-renewal', '--facts', '[22]'], /Expected --facts to be a JSON object .*, got \[22\]\./],
    ['an unknown fact', ['boiler-renewal', '--facts', '{"boilerage": 22}'], /Expected --facts to be of boilerAge, energy, storeDistance, .*, got 'boilerage'\./],
    [
      'facts that can’t be',
      ['boiler-renewal', '--facts', '{"boilerAge": 700, "energy": "coal"}'],
      /Expected --facts as the scenario's facts\.ts says, got:\n {2}boilerAge: .*<=60, got 700\n {2}energy: .*"gas".*, got "coal"/,
    ],
    ['an unknown scenario', ['boiler-renewals'], /Expected a registered scenario, got 'boiler-renewals'\. Known: .*boiler-renewal/],
    ['an unknown version', ['boiler-renewal', '--scenario-version', '99'], /Expected a registered scenario version, got 'boiler-renewal\.v99'/],
    ['an unknown message', ['boiler-renewal', '--message', 'postcard'], /Expected --message to be one that is printed \(renewal-postcard, reminder-card\), got 'postcard'\./],
    ['a message that is not printed', ['boiler-renewal', '--message', 'thank-you'], /got 'thank-you', which goes by email\./],
    [
      'an unknown variant',
      ['win-back', '--variant', 'present'],
      /Expected --variant to be one that a touch offers to a person with these facts \(gift, discount\), got 'present'\./,
    ],
    [
      'half an address',
      ['boiler-renewal', '--address', '12 rue du Puits'],
      /Expected --address to be a street, then a postcode with its place, such as '12 rue du Puits, Bât\. C, 00400 Valbraise', got '12 rue du Puits'\./,
    ],
  ])('%s', async (_, args, message) => {
    await expect(proof(...args)).rejects.toThrow(message);
  });
});
