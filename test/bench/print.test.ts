import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { renderPrintRun } from '../../activities/print/render-print-run.ts';
import { plainCard, plainCards } from '../../bench/print/plain-cards.ts';
import { printInChunks } from '../../bench/print/print-in-chunks.ts';
import { backgroundsOf } from '../../bench/print/rounds.ts';
import { sampleCard, sampleCards } from '../../bench/print/sample-cards.ts';
import { readQrCodes } from '../../cli/demo/read-qr-codes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-bench-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The words of each page, in order. */
async function wordsOf(pdf: Uint8Array): Promise<string[][]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const words = [...document.pages()].map((page) => page.getText().split(/\s+/).filter(Boolean).sort());
  document.destroy();
  library.destroy();
  return words;
}

test('the bench’s two sides print the same cards: same words, same codes on the same background', async () => {
  const pieces = [0, 1, 2].map(sampleCard);
  const ours = (await renderPrintRun({ title: 'bench', pieces, at: new Date(0) })).pdf;
  const plain = await plainCards(pieces.map(plainCard), await backgroundsOf(pieces));
  const urls = pieces.map(({ qrUrl }) => qrUrl);
  expect(new Set(urls).size).toBe(3);
  const pages = [1, 2, 3];
  expect(await Promise.all([readQrCodes({ pdf: ours, pages }), readQrCodes({ pdf: plain, pages })])).toEqual([urls, urls]);
  // A personal address that is broken over two lines is two words.
  const letters = (words: readonly string[]) => [...words.join('')].sort().join('');
  const [one, other] = [await wordsOf(ours), await wordsOf(plain)];
  expect(one.map(letters)).toEqual(other.map(letters));
});

test('a long run is printed chunk by chunk, each with its manifest', async () => {
  expect(await printInChunks(sampleCards(25), { folder, at: new Date(0), size: 10 })).toBe(25);
  expect((await readdir(folder)).sort()).toEqual(['001', '002', '003'].flatMap((name) => [`${name}-fronts.pdf`, `${name}.csv`, `${name}.pdf`]));
  const rows = parse(await readFile(join(folder, '003.csv')), { columns: true }) as Record<string, string>[];
  expect(rows.map(({ piece_id, file, first_page }) => [piece_id, file, first_page])).toEqual([0, 1, 2, 3, 4].map((index) => [`bench/p-00002${index}/card/1`, '003.pdf', String(index + 1)]));
});
