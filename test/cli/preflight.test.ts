import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CODES } from '../../activities/print/preflight/index.ts';
import { renderPrintRun } from '../../activities/print/render-print-run.ts';
import { preflightFiles } from '../../cli/commands/preflight.ts';
import { buildPdf } from '../activities/print/preflight/build-pdf.ts';
import { samplePieces } from '../activities/print/sample-pieces.ts';

let folder: string;
const kept = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parcours-preflight-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command; the folder is left out of what it shows. */
async function run(
  files: readonly string[],
  options: Partial<Parameters<typeof preflightFiles>[1]> = {},
  terminal: { isTTY?: boolean; columns?: number } = {},
): Promise<{ code: number; shown: string }> {
  let shown = '';
  const code = await preflightFiles(files, { json: false, ...options }, { ...terminal, write: (text) => (shown += text) });
  return { code, shown: shown.replaceAll(`${folder}/`, '') };
}

/** A card as designers send it: made for the screen, with no bleed, and a line that nobody prints. */
function designersCard(): Buffer {
  const font = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
  const front = { trim: [148, 105] as const, bleed: 0, resources: font, content: '0.1 0.3 0.2 rg 0 0 419.53 297.64 re f BT 1 1 1 rg /F 26 Tf 40 150 Td (Avant l\\222hiver) Tj ET' };
  const back = { ...front, content: '0.6 0.5 0.5 1 k BT /F 9 Tf 40 200 Td (Bonjour Madame) Tj ET 0.1 w 40 190 m 160 190 l S' };
  return buildPdf({ pages: [front, back], version: '1.7' });
}

describe('parcours preflight', () => {
  test('finds nothing to call about in our own card, and says what it did not look at', async () => {
    const { pdf } = await renderPrintRun({ title: 'spring', pieces: samplePieces(3), at: new Date('2027-03-01T17:00:00Z') });
    const { code, shown } = await run([kept('001.pdf', pdf)], { format: 'a6-postcard' });
    expect(code).toBe(0);
    expect(shown).toMatchInlineSnapshot(`
     "
     001.pdf · 3 pages · 148 × 105 mm · as a6-postcard
     PDF 1.6 · says that it is PDF/X-4p · colours for FOGRA51, profile not in the file

       · output-profile-missing
         The colours are meant for FOGRA51, whose profile is not in the file (PDF/X-4p): its checksum is
         not checked.
         → The printer takes the named condition’s profile. To embed it, see docs/prepress.md.

     ✓ Nothing that a printer would call about · 1 note
     Looked at the boxes of 3 pages and at what is drawn on all of them, ink up to 300 %. This certifies
     nothing: PDF/X asks for more than is checked here, see docs/preflight.md.

     "
    `);
  });

  test('says of a designer’s file what is wrong, where, and what to do', async () => {
    const { code, shown } = await run([kept('card.pdf', designersCard())], { format: 'a6-postcard' });
    expect(code).toBe(1);
    expect(shown).toMatchInlineSnapshot(`
     "
     card.pdf · 2 pages · 148 × 105 mm · as a6-postcard
     PDF 1.7

       ✗ bleed-too-small  every page
         Expected 3 mm of bleed around the trim, got none.
         → Extend backgrounds over the edge and export with bleed.

       ✗ rgb-colour  page 1
         Expected CMYK, gray or a spot ink, got DeviceRGB for an area.
         148 × 105 mm, at 0 mm from the left and 0 mm from the upper edge of page 1
       ✗ rgb-colour  page 1
         Expected CMYK, gray or a spot ink, got DeviceRGB for text.
         59.6 × 8.7 mm, at 14.1 mm from the left and 45.2 mm from the upper edge of page 1
         → Convert it to CMYK of the printing condition in the layout program.

       ✗ font-not-embedded  every page
         Expected every font in the file, got Helvetica without it.
         59.6 × 8.7 mm, at 14.1 mm from the left and 45.2 mm from the upper edge of page 1; 2 times
         → Export with fonts embedded, or turn the text into outlines.

       ! rich-black-text  page 2
         Expected black text under 14 pt in K alone, got C 60 M 50 Y 50 K 100 at 9 pt.
         22.2 × 3 mm, at 14.1 mm from the left and 32.1 mm from the upper edge of page 2
         → Set text in K 100 alone: with several inks it blurs when the plates shift.

       ! hairline  page 2
         Expected lines of 0.25 pt or more, got 0.1 pt.
         42.3 × 0 mm, at 14.1 mm from the left and 38 mm from the upper edge of page 2
         → Make it at least 0.25 pt, and 0.5 pt where it has several inks or is white on a colour.

       · pdfx-not-claimed
         The file does not say that it is PDF/X.
         → Export as PDF/X-4 if the printer asks for it.

       · output-intent-missing
         The file does not say which printing condition its colours are meant for.
         → Ask the printer for the profile of the paper, and export with it.

     ✗ 4 errors, 2 warnings, 2 notes
     Looked at the boxes of 2 pages and at what is drawn on all of them, ink up to 300 %. This certifies
     nothing: PDF/X asks for more than is checked here, see docs/preflight.md.

     "
    `);
  });

  test('keeps within a terminal’s width, in colours there', async () => {
    const { shown } = await run([kept('card.pdf', designersCard())], {}, { isTTY: true, columns: 64 });
    const control = new RegExp(String.raw`\u001b\[\d+m`, 'g');
    expect(shown).toMatch(control);
    const lines = shown.replace(control, '').split('\n').slice(3);
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(64);
  });

  test('gives tools the same as JSON', async () => {
    const files = [kept('card.pdf', designersCard()), kept('empty.pdf', Buffer.alloc(0))];
    const { code, shown } = await run(files, { json: true });
    expect(code).toBe(1);
    expect(JSON.parse(shown)).toMatchObject([
      {
        file: 'card.pdf',
        pages: 2,
        pagesFollowed: 2,
        version: '1.7',
        inkLimit: 300,
        findings: expect.arrayContaining([expect.objectContaining({ code: 'rgb-colour', severity: 'error', pages: [[1, 1]], place: { x: 0, y: 0, width: 148, height: 105 } })]),
      },
      { file: 'empty.pdf', pages: 0, findings: [{ code: 'not-a-pdf', message: 'Expected a PDF, got an empty file.', times: 1 }], counts: { error: 1, warning: 0, note: 0 } },
    ]);
  });

  test('judges by the bleed and the ink that are asked for', async () => {
    const file = kept('dark.pdf', buildPdf({ pages: [{ bleed: 2, content: '0.7 0.6 0.6 0.9 k 60 60 90 90 re f' }] }));
    expect((await run([file], {})).shown).toContain('Expected 3 mm of bleed around the trim, got 2 mm all round.');
    expect((await run([file], { bleed: 2, ink: 280 })).shown).not.toMatch(/ink-coverage|bleed-too-small/);
    expect((await run([file], { bleed: 2, ink: 260 })).shown).toContain('Expected at most 260 % of ink, got 280 % for an area.');
  });

  test.each([
    [['missing.pdf'], {}, 'Expected a PDF at missing.pdf, got no such file.'],
    [['.'], {}, 'Expected a PDF at ., got what is no file. Name the files in it: ./*.pdf'],
    [['missing.pdf'], { format: 'a7-postcard' }, 'Expected a format such as a6-postcard'],
  ])('says what it was asked wrongly: %j %j', async (files, options, message) => {
    await expect(run(files, options)).rejects.toThrow(message);
  });
});

test('every code is explained in docs/preflight.md, and no other', () => {
  const page = readFileSync('docs/preflight.md', 'utf8');
  const explained = [...page.matchAll(/^\| `([\da-z-]+)` \|/gm)].map(([, code]) => code);
  expect(explained.sort()).toEqual(Object.keys(CODES).sort());
});
