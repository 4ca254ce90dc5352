import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { PermanentError, RetryableError } from '../../../errors.ts';
import type { JobPiece, PrintJob } from '../print-provider.ts';
import { PieceRefused } from './piece-refused.ts';
import type { Product } from './products.ts';

/** A piece's own PDFs, by the names of Lob's fields: `front` and `back` of a postcard, `file` of a letter. */
export type Artwork = Readonly<Partial<Record<'front' | 'back' | 'file', Uint8Array>>>;

/** Points by which a page may miss its size. */
const TOLERANCE = 0.75;
/** Files open at a time: a chunk of pieces, and the fronts that it shows. */
const OPEN = 2;
/** Picture sides kept cut out: pieces of a run share them. */
const CUT = 32;

/**
 * Cuts pieces' pages out of a run's files. A page is cut to its BleedBox: what a press needs around it (crop marks) Lob would print.
 *
 * @returns a function that gives a piece's PDFs. It throws PieceRefused `wrong-size` or `wrong-pages`, RetryableError when a file is not
 *   there, and PermanentError when it is not the one that was recorded.
 */
export function artworkOf(job: Pick<PrintJob, 'folder' | 'files'>, product: Product): (piece: JobPiece) => Promise<Artwork> {
  const open = keepingLast(OPEN, (name: string) => openFile(job, name));
  const cut = async (name: string, pages: readonly number[]): Promise<Uint8Array> => cutOut(await open(name), pages, product);
  const shared = keepingLast(CUT, (place: string) => {
    const [page = '', ...name] = place.split(' ');
    return cut(name.join(' '), [Number(page)]);
  });

  return async ({ file, firstPage, lastPage, frontsFile, frontPage }) => {
    const own = Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index);
    const pages = own.length + (frontPage === null ? 0 : 1);
    if (pages < product.pages.least || pages > product.pages.most) throw new PieceRefused('wrong-pages');
    if (product.resource === 'letters') return { file: await cut(file, own) };
    // A postcard with both sides among its own pages has the picture side first.
    return frontsFile === null || frontPage === null ? { front: await cut(file, own.slice(0, 1)), back: await cut(file, own.slice(1)) } : { front: await shared(`${frontPage} ${frontsFile}`), back: await cut(file, own) };
  };
}

async function openFile({ folder, files }: Pick<PrintJob, 'folder' | 'files'>, name: string): Promise<PDFDocument> {
  const path = join(folder, name);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new RetryableError('RunFolderMissing', `Expected to read ${path}, got ${error.code ?? error.name}. PARCOURS_OUT has to be the same folder for every worker, such as a shared disk.`);
  });
  const recorded = files.find((file) => file.name === name)?.sha256;
  if (recorded !== createHash('sha256').update(bytes).digest('hex')) {
    throw new PermanentError('PrintFileChanged', `Expected ${path} to be as it was rendered, got ${recorded === undefined ? 'a file that is not of this job' : 'other bytes'}. Nothing else writes there: restore the file.`);
  }
  return PDFDocument.load(bytes, { updateMetadata: false });
}

async function cutOut(source: PDFDocument, pages: readonly number[], { width, height }: Product): Promise<Uint8Array> {
  if (pages.some((page) => page < 1 || page > source.getPageCount())) throw new PieceRefused('wrong-pages');
  const target = await PDFDocument.create({ updateMetadata: false });
  for (const page of await target.copyPages(source, pages.map((number) => number - 1))) {
    const box = page.getBleedBox();
    if (Math.abs(box.width - width * 72) > TOLERANCE || Math.abs(box.height - height * 72) > TOLERANCE) throw new PieceRefused('wrong-size');
    page.setMediaBox(box.x, box.y, box.width, box.height);
    page.node.delete(PDFName.of('CropBox'));
    target.addPage(page);
  }
  return target.save({ useObjectStreams: true });
}

/** Remembers the last few answers; one that fails is forgotten. */
function keepingLast<Answer>(most: number, make: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const kept = new Map<string, Promise<Answer>>();
  return (key) => {
    const answer = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, answer);
    answer.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    return answer;
  };
}
