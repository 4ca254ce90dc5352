import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { EncryptedPDFError, PDFDocument, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { PdfBackground } from '../../../scenarios/content/index.ts';
import { isMissing, nameOf } from '../images/picture-file.ts';
import type { Sheet } from '../measures.ts';
import { CODES, preflight, type Code } from '../preflight/index.ts';
import { UnprintableError } from '../unprintable-error.ts';
import { bleedEdges, type Edges } from './page-boxes.ts';
import { unprintableInk } from './page-ink.ts';

/** A designer's page that fits its format. */
export interface Background {
  readonly page: PDFPage;
  readonly edges: Edges;
  /** SHA-256 of the file and the page's number, hexadecimal. */
  readonly sha256: string;
}

/** Errors in what a page draws; its boxes and the file around it stay behind when it is placed. */
const DRAWN: ReadonlySet<Code> = new Set<Code>(['rgb-colour', 'registration-colour', 'font-not-embedded', 'opi', 'postscript', 'external-content', 'unreadable-content', 'broken-stream', 'unsupported-filter', 'decompression-bomb', 'too-complex']);

/** Opened files by their address: a file with several pages is read once. */
export type OpenedFiles = Map<string, Promise<OpenedFile>>;

interface OpenedFile {
  readonly document: PDFDocument;
  readonly sha256: string;
}

/**
 * Opens a page of a designer's PDF and checks it against its format.
 *
 * @throws UnprintableError `BadBackground`, naming file, page and millimetres.
 */
export async function openBackground({ pdf, page: number = 1 }: PdfBackground, sheet: Sheet, opened: OpenedFiles): Promise<Background> {
  const name = nameOf(pdf);
  const bad = (message: string): UnprintableError => new UnprintableError('BadBackground', name, message);
  const file = opened.get(pdf.href) ?? openFile(pdf);
  opened.set(pdf.href, file);
  const { document, sha256 } = await file;
  const page = document.getPages()[number - 1];
  if (!page) throw bad(`Expected ${name} to have a page ${number}, got ${document.getPageCount()} in all. Name another page.`);
  const where = `page ${number} of ${name}`;
  const turned = page.getRotation().angle % 360;
  if (turned !== 0) throw bad(`Expected ${where} to stand upright, got one turned by ${turned}°. Export it without rotation.`);
  const edges = bleedEdges(page, sheet);
  if (typeof edges === 'string') throw bad(edges.replace('Expected', `Expected ${where} to be`));
  let ink: string | undefined;
  try {
    ink = unprintableInk(page);
  } catch {
    throw bad(`Expected to read what ${where} draws, got data that can't be unpacked. Export it again.`);
  }
  if (ink) throw bad(`Expected ${where} to be made for print, got ${ink}`);
  const refused = await refusal(document, number - 1);
  if (refused) throw bad(`Expected ${where} to pass the preflight, got: ${refused}`);
  return { page, edges, sha256: createHash('sha256').update(`${sha256} ${number}`).digest('hex') };
}

/** What our preflight would refuse of a page once it is in a run's file: found here, it costs the pieces on this page and no others. */
async function refusal(document: PDFDocument, index: number): Promise<string | undefined> {
  const alone = await PDFDocument.create({ updateMetadata: false });
  alone.addPage((await alone.copyPages(document, [index]))[0]!);
  const { findings } = await preflight(await alone.save());
  const found = findings.find(({ severity, code }) => severity === 'error' && DRAWN.has(code));
  return found && `${found.message} (${found.code}). ${CODES[found.code].advice}`;
}

async function openFile(pdf: URL): Promise<OpenedFile> {
  const name = nameOf(pdf);
  const bad = (got: string): UnprintableError => new UnprintableError('BadBackground', name, `Expected ${name} to be a PDF file, got ${got}`);
  let bytes: Buffer;
  try {
    bytes = await readFile(fileURLToPath(pdf));
  } catch (error) {
    throw isMissing(error) ? bad('no such file. Check its path.') : error;
  }
  if (!bytes.subarray(0, 1024).includes('%PDF-')) throw bad('a file of another kind. Export it as PDF/X-4.');
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    document.getPages();
    return { document, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    throw bad(error instanceof EncryptedPDFError ? 'an encrypted one. Save it without a password.' : 'a broken one. Export it again.');
  }
}

/** Puts a background into a document, once: a form whose lower left corner is that of the bleed. */
export async function embedBackground(document: PDFDocument, { page, edges }: Background): Promise<PDFRef> {
  const embedded = await document.embedPage(page, edges);
  await embedded.embed();
  return embedded.ref;
}
