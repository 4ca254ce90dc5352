import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { PNG } from 'pngjs';
import type { Prepress } from '../../../../activities/print/prepress/index.ts';
import { iccProfile, openOutput } from '../../../../activities/print/prepress/index.ts';
import { renderPrintRun, type RenderedRun } from '../../../../activities/print/render-print-run.ts';
import { samplePieces } from '../sample-pieces.ts';
import { inFolder, tool } from '../tool.ts';
import { inventedProfile } from './invented-profile.ts';

const AT = new Date('2027-03-01T17:00:00Z');
const TITLE = 'spring <1 March> & "more", ÉTÉ';
const profile = inventedProfile();
const pieces = samplePieces(6);
const render = (prepress?: Prepress): Promise<RenderedRun> => renderPrintRun({ title: TITLE, pieces, at: AT, ...(prepress && { prepress }) });

/** The four ways of making a run's files ready. */
const WAYS: Readonly<Record<string, Prepress>> = {
  usual: {},
  'with crop marks': { cropMarks: true },
  'with a profile': { output: openOutput({ profile: iccProfile(profile) }) },
  'with both': { cropMarks: true, output: openOutput({ profile: iccProfile(profile) }) },
};
const runs = new Map<string, RenderedRun>();
beforeAll(async () => {
  for (const [way, prepress] of Object.entries(WAYS)) runs.set(way, await render(prepress));
});

/** Rows of a table that a program prints, under its line of hyphens. */
function rowsOf(table: string): string[] {
  const lines = table.trimEnd().split('\n');
  return lines.slice(lines.findIndex((line) => line.startsWith('---')) + 1);
}

describe.each(['usual', 'with both'])('a run %s, as programs read it that we did not write', (way) => {
  const withPdf = <Result>(use: (path: (name: string) => string) => Promise<Result>) => inFolder({ 'run.pdf': runs.get(way)!.pdf, 'fronts.pdf': runs.get(way)!.fronts! }, use);
  const marked = WAYS[way]!.cropMarks === true;

  test('qpdf finds its structure sound', async () => {
    await withPdf(async (path) => {
      for (const name of ['run.pdf', 'fronts.pdf']) expect(await tool('qpdf', ['--check', path(name)])).toContain('No syntax or stream encoding errors found');
    });
  });

  test('poppler finds every font in it, as a subset, with the letters that its glyphs stand for', async () => {
    await withPdf(async (path) => {
      for (const name of ['run.pdf', 'fronts.pdf']) {
        const fonts = rowsOf(await tool('pdffonts', [path(name)]));
        expect(fonts.length).toBeGreaterThanOrEqual(2);
        for (const font of fonts) expect(font).toMatch(/^SUBSE[A-Z]\+Inter-\w+ +CID TrueType +Identity-H +yes yes yes /);
      }
    });
  });

  test('poppler reads version, title and dates, and nothing that does not print', async () => {
    const said = await withPdf((path) => tool('pdfinfo', ['-isodates', path('run.pdf')]));
    const fields = Object.fromEntries(said.trimEnd().split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
    expect(fields).toMatchObject({ Title: TITLE, Producer: 'Parcours', Creator: 'Parcours', CreationDate: '2027-03-01T17:00:00Z', ModDate: '2027-03-01T17:00:00Z', 'PDF version': '1.6', Form: 'none', JavaScript: 'no', Encrypted: 'no', Pages: '6', 'Metadata Stream': 'yes' });
  });

  test('poppler finds the same boxes on every page, within each other', async () => {
    const said = await withPdf((path) => tool('pdfinfo', ['-box', '-l', '-1', path('run.pdf')]));
    const boxes = [...said.matchAll(/(Media|Crop|Bleed|Trim)Box: +([\d. ]+)/g)].map(([, name, numbers]) => `${name} ${numbers!.trim().split(/ +/).map((points) => Math.round((Number(points) / 72) * 254) / 10).join(' ')}`);
    const wanted = marked ? ['Media 0 0 166 123', 'Crop 0 0 166 123', 'Bleed 6 6 160 117', 'Trim 9 9 157 114'] : ['Media 0 0 154 111', 'Crop 0 0 154 111', 'Bleed 0 0 154 111', 'Trim 3 3 151 108'];
    expect(boxes).toHaveLength(24);
    expect(new Set(boxes)).toEqual(new Set(wanted));
  });

  test('poppler reads the addresses, and zbar each piece’s code off the rendered page', async () => {
    await withPdf(async (path) => {
      expect((await tool('pdftotext', ['-f', '1', '-l', '1', path('run.pdf'), '-'])).replace(/\s+/g, ' ')).toContain('MME ÉLODIE MARTIN-ROUX BAT C 3E ETAGE 4 RUE DE L EGLISE 00410 SAINT LOUP SUR FORGE');
      await tool('pdftoppm', ['-r', '200', '-gray', path('run.pdf'), path('page')]);
      const read = await tool('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...pieces.map((_, index) => path(`page-${index + 1}.pgm`))]);
      expect(read.trim().split('\n')).toEqual(pieces.map(({ qrUrl }) => qrUrl.toUpperCase()));
    });
  });

  test('XMP says the same as the document information', async () => {
    const xmp = await withPdf((path) => tool('pdfinfo', ['-meta', path('run.pdf')]));
    const field = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xmp)?.[1];
    expect(xmp).toContain('<dc:title><rdf:Alt><rdf:li xml:lang="x-default">spring &lt;1 March&gt; &amp; "more", ÉTÉ</rdf:li></rdf:Alt></dc:title>');
    expect(['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate'].map(field)).toEqual(Array(3).fill('2027-03-01T17:00:00Z'));
    expect(['pdf:Producer', 'pdf:Trapped', 'xmpMM:VersionID', 'xmpMM:RenditionClass'].map(field)).toEqual(['Parcours', 'False', '1', 'default']);
    expect(field('xmpMM:DocumentID')).toMatch(/^uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(field('pdfxid:GTS_PDFXVersion')).toBe(WAYS[way]!.output ? 'PDF/X-4' : 'PDF/X-4p');
  });

  test('is the same, byte for byte, when it is made again', async () => {
    const again = await render(WAYS[way]);
    expect(Buffer.compare(again.pdf, runs.get(way)!.pdf)).toBe(0);
    expect(Buffer.compare(again.fronts!, runs.get(way)!.fronts!)).toBe(0);
  });
});

/** The objects of a PDF, as qpdf writes them out. */
async function writtenOut(pdf: Uint8Array): Promise<string> {
  return inFolder({ 'run.pdf': pdf }, async (path) => {
    await tool('qpdf', ['--qdf', '--object-streams=disable', '--compress-streams=n', path('run.pdf'), path('out.pdf')]);
    return readFileSync(path('out.pdf'), 'latin1');
  });
}

describe('what the colours are meant for', () => {
  test('is a registered condition, unless the printer’s profile is given', async () => {
    const text = await writtenOut(runs.get('usual')!.pdf);
    expect(text).toMatch(/\/OutputConditionIdentifier \(FOGRA51\)/);
    expect(text).toMatch(/\/RegistryName \(http:\/\/www.color.org\)/);
    expect(text).toMatch(/\/DestOutputProfileRef <<\s+\/ProfileCS \(CMYK\)\s+\/ProfileName \(PSO Coated v3\)/);
    expect(text).not.toMatch(/\/DestOutputProfile /);
  });

  test('a profile is in the file byte for byte, and names its condition', async () => {
    const text = await writtenOut(runs.get('with a profile')!.pdf);
    expect(text).toContain(profile.toString('latin1'));
    expect(text).toMatch(/\/OutputConditionIdentifier \(FOGRA52\)/);
    expect(text).toMatch(/\/Info \(Parcours test press \\\(FOGRA52\\\)\)/);
    expect(text).toMatch(/\/N 4\b/);
    expect(text).not.toMatch(/DestOutputProfileRef/);
  });

  test('is part of the file’s ID', () => {
    const ids = [...runs.values()].map(({ pdf }) => /uuid:[\da-f-]+/.exec(Buffer.from(pdf).toString('latin1'))?.[0]);
    expect(new Set(ids).size).toBe(4);
  });
});

test('black text is printed over what lies under it, white and coloured text is not', async () => {
  const text = await writtenOut(runs.get('usual')!.fronts!);
  expect(text).toMatch(/\/Over <<\s+\/OP true\s+\/OPM 1\s+\/Type \/ExtGState\s+\/op true\s+>>/);
  const drawn = [...(await writtenOut(runs.get('usual')!.pdf)).matchAll(/stream\n([^]*?)\nendstream/g)].map(([, content]) => content!).filter((content) => / Tj|TJ/.test(content));
  expect(drawn.length).toBeGreaterThan(6);
  for (const content of drawn) {
    let over = false;
    for (const [instruction, state, ink] of content.matchAll(/\/(Over|Knockout) gs|BT ([\d. ]+) k |[\d.]+ k\n/g)) {
      if (state) over = state === 'Over';
      else expect({ instruction, over }).toEqual({ instruction, over: ink === '0 0 0 1' });
    }
  }
});

describe('crop marks', () => {
  const DPI = 254;
  let page: PNG;
  let plain: PNG;
  beforeAll(async () => {
    const picture = (pdf: Uint8Array): Promise<PNG> =>
      inFolder({ 'run.pdf': pdf }, async (path) => {
        await tool('pdftoppm', ['-r', String(DPI), '-png', '-f', '1', '-l', '1', path('run.pdf'), path('page')]);
        return PNG.sync.read(readFileSync(path('page-1.png')));
      });
    [page, plain] = await Promise.all([picture(runs.get('with crop marks')!.fronts!), picture(runs.get('usual')!.fronts!)]);
  });
  /** Whether there is ink in a box of the rendered page; millimetres from its upper left corner, ten pixels each. */
  const ink = (x: number, y: number, width: number, height: number): boolean => {
    for (let row = y * 10; row < (y + height) * 10; row++) for (let column = x * 10; column < (x + width) * 10; column++) if (page.data[4 * (Math.round(row) * page.width + Math.round(column))]! < 200) return true;
    return false;
  };

  test('stand at the eight ends of the cuts, outside the bleed, and nothing else is there', () => {
    const [left, right, top, bottom, width, height] = [9, 157, 9, 114, 166, 123];
    for (const x of [left, right]) for (const y of [0, height - 5]) expect({ x, y, ink: ink(x - 0.2, y + 0.5, 0.4, 4) }).toEqual({ x, y, ink: true });
    for (const y of [top, bottom]) for (const x of [0, width - 5]) expect({ x, y, ink: ink(x + 0.5, y - 0.2, 4, 0.4) }).toEqual({ x, y, ink: true });
    expect(ink(0, 0, width, 5) && !ink(left + 0.5, 0, right - left - 1, 5.8)).toBe(true);
    expect(ink(0, 0, 5.8, 5.8)).toBe(false);
    expect(ink(0, 5.2, width, 0.5)).toBe(false);
  });

  test('leave the page itself as it is without them', () => {
    const pixel = (picture: PNG, x: number, y: number) => [...picture.data.subarray(4 * (y * picture.width + x), 4 * (y * picture.width + x) + 3)];
    const differences: number[] = [];
    for (let x = 40; x < 1500; x += 23) for (let y = 40; y < 1080; y += 23) differences.push(Math.max(...pixel(page, x + 60, y + 60).map((value, index) => Math.abs(value - pixel(plain, x, y)[index]!))));
    // Edges may fall between two pixels otherwise.
    expect(differences.filter((difference) => difference > 4).length).toBeLessThan(differences.length * 0.01);
  });
});
