import { PDFiumLibrary } from '@hyzyla/pdfium';
import readQrCode from 'jsqr';
import type { PdfPages, QrAnswer } from './read-qr-codes.ts';

/** The process that `readQrCodes` starts: takes one order, answers with the codes found or why not, and ends. */
process.once('message', (order) => {
  const answer: Promise<QrAnswer> = read(order as Required<PdfPages>).then(
    (codes) => ({ codes }),
    (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
  );
  void answer.then((message) => process.send?.(message, () => process.disconnect()));
});

async function read({ pdf, pages, resolution }: Required<PdfPages>): Promise<(string | undefined)[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const found: (string | undefined)[] = [];
  for (const page of pages) {
    if (page < 1 || page > document.getPageCount()) throw new Error(`Expected a page from 1 to ${document.getPageCount()}, got ${page}.`);
    found.push(decode(await document.getPage(page - 1).render({ scale: resolution / 72, render: 'bitmap' })));
  }
  return found;
}

/** The lower half first, where cards have their code: looking takes as long as there are pixels to look at. */
function decode({ data, width, height }: { data: Uint8Array; width: number; height: number }): string | undefined {
  const look = (from: number) => readQrCode(new Uint8ClampedArray(data.subarray(from * width * 4)), width, height - from, { inversionAttempts: 'dontInvert' })?.data;
  return look(Math.floor(height / 2)) ?? look(0);
}
