import type { Sheet } from '../measures.ts';
import { conditionInWords } from '../prepress/index.ts';
import { checkBoxes } from './checks/boxes.ts';
import { checkColours } from './checks/colours.ts';
import type { ContentCheck, ContentRules } from './checks/content-check.ts';
import { checkAnnotations, checkInteraction } from './checks/interaction.ts';
import { checkPdfxKeys, selfDescription, type SelfDescription } from './checks/metadata.ts';
import { checkOutputIntent, type Intent } from './checks/output-intent.ts';
import { checkPictures } from './checks/pictures.ts';
import { checkShapes } from './checks/shapes.ts';
import { checkTexts } from './checks/texts.ts';
import { checkTraits } from './checks/traits.ts';
import type { Code, Severity } from './codes.ts';
import { Forms } from './content/forms.ts';
import { common } from './content/geometry.ts';
import { openState } from './content/graphics-state.ts';
import type { Mark } from './content/mark.ts';
import { Walk } from './content/walk.ts';
import { PdfFile } from './file/pdf-file.ts';
import { pagesOf, type PdfPage } from './file/pages.ts';
import { PdfStream } from './file/values.ts';
import { Findings, type Finding } from './findings.ts';
import { LIMITS, Trouble, type Limits } from './limits.ts';
import { pageFrame, sizeOf, tenths, type PageFrame } from './page-frame.ts';

/** What a file is to be. Each of the mailpieces' formats is one. */
export interface WantedFormat {
  /** Such as `a6-postcard`. */
  readonly name: string;
  readonly sheet: Sheet;
  /** Millimetres that texts keep from the trim. */
  readonly safe?: number;
}

export interface PreflightOptions {
  /** What the file is to be; without it pages of any size will do. */
  readonly format?: WantedFormat;
  /** Millimetres; the format's, else 3. */
  readonly bleed?: number;
  /** Per cent of all inks together; else what the file's printing condition takes, 300 where it names none that is known. */
  readonly inkLimit?: number;
  /** Millimetres that texts keep from the trim; the format's, else 3. */
  readonly safe?: number;
  /** Follow the contents of so many pages, spread over the file, and look at the boxes of all; all unless said. */
  readonly samplePages?: number;
  readonly limits?: Partial<Limits>;
}

/** What was found, and how much was looked at: nothing is said of the rest. */
export interface PreflightReport {
  readonly pages: number;
  /** Pages whose contents were followed. */
  readonly pagesFollowed: number;
  /** Of the first page: what is cut, in millimetres. */
  readonly trim?: { readonly width: number; readonly height: number };
  readonly version?: string;
  /** What the file itself claims, such as `PDF/X-4`. */
  readonly claims?: string;
  readonly output?: Intent;
  readonly format?: string;
  readonly inkLimit: number;
  readonly findings: readonly Finding[];
  /** How many more of a kind there are than are listed. */
  readonly untold: Readonly<Partial<Record<Code, number>>>;
  readonly counts: Readonly<Record<Severity, number>>;
}

const CONTENT_CHECKS: readonly ContentCheck[] = [checkColours, checkTexts, checkPictures, checkShapes, checkTraits];
const USUAL_INK_LIMIT = 300;
/** Pages between two breaths. */
const BREATH = 50;

/**
 * Looks a PDF over before it goes to the press: ours and others'. It reads the file itself, within bounds of memory and time, so that a
 * broken or hostile one gives a finding and not a crash. It certifies nothing: see docs/preflight.md for what it does not look at.
 *
 * @example
 * const { counts, findings } = await preflight(await readFile('card.pdf'), { format: { name: 'a6-postcard', sheet: CARD } });
 */
export async function preflight(bytes: Uint8Array, options: PreflightOptions = {}): Promise<PreflightReport> {
  const findings = new Findings();
  const looked: Looked = { pages: 0, pagesFollowed: 0, inkLimit: options.inkLimit ?? USUAL_INK_LIMIT };
  try {
    await look(bytes, { options, findings, looked });
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    findings.add(error.code, error.message);
  }
  if (looked.pagesFollowed < looked.pages) findings.add('not-followed', `What is drawn was followed on ${looked.pagesFollowed} of ${looked.pages} pages; of the others only the boxes were looked at.`);
  const list = findings.list();
  const count = (severity: Severity): number => list.filter((finding) => finding.severity === severity).length;
  return { ...looked, ...(options.format && { format: options.format.name }), findings: list, untold: findings.untold(), counts: { error: count('error'), warning: count('warning'), note: count('note') } };
}

type Looked = { -readonly [key in keyof Pick<PreflightReport, 'pages' | 'pagesFollowed' | 'trim' | 'version' | 'claims' | 'output' | 'inkLimit'>]: PreflightReport[key] };

async function look(bytes: Uint8Array, { options, findings, looked }: { options: PreflightOptions; findings: Findings; looked: Looked }): Promise<void> {
  const file = new PdfFile(bytes, { ...LIMITS, ...options.limits });
  looked.version = file.version;
  if (file.encrypted) return findings.add('encrypted', 'Expected a file without a password, got an encrypted one: nothing in it was looked at.');
  try {
    await lookAtAll(file, { options, findings, looked });
  } finally {
    // An object that is not where the list says may be met late.
    if (file.rebuilt) findings.add('rebuilt-file', 'Expected a file that says where its objects are, got one whose list of them is broken.');
  }
}

async function lookAtAll(file: PdfFile, { options, findings, looked }: { options: PreflightOptions; findings: Findings; looked: Looked }): Promise<void> {
  const self = selfDescription(file);
  lookAtFile(file, self, findings, looked);
  const { inkLimit = (looked.output && conditionInWords(looked.output.identifier)?.inkLimit) ?? USUAL_INK_LIMIT, safe = options.format?.safe ?? 3, bleed = options.format?.sheet.bleed ?? 3 } = options;
  looked.inkLimit = inkLimit;
  const rules: ContentRules = { inkLimit, safe, bleed };
  const forms = new Forms(file);
  const isSample = sampleOf(file, options.samplePages);
  for (const page of pagesOf(file)) {
    looked.pages = page.number;
    if (page.number % BREATH === 0) await new Promise((resolve) => setImmediate(resolve));
    const frame = pageFrame(file, page);
    if (!frame) {
      findings.add('broken-file', 'Expected a page with a size (MediaBox), got one without.', { page: page.number });
      continue;
    }
    const { width, height } = sizeOf(frame.trim);
    looked.trim ??= { width: tenths(width), height: tenths(height) };
    if (!options.format && Math.abs(width - looked.trim.width) + Math.abs(height - looked.trim.height) > 1) findings.add('page-sizes-differ', `Expected pages of the first one's size, ${looked.trim.width} × ${looked.trim.height} mm, got ${tenths(width)} × ${tenths(height)} mm.`, { page: page.number });
    checkBoxes(frame, { bleed, ...(options.format && { format: options.format.name, sheet: options.format.sheet }) }, findings);
    checkAnnotations(file, page, findings);
    if (!isSample(page.number) || file.budget.spent) continue;
    try {
      follow(page, { file, frame, forms, rules, findings });
      looked.pagesFollowed++;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      findings.add(error.code, error.message, { page: page.number });
    }
  }
  if (looked.pages === 0) findings.add('broken-file', 'Expected a file with pages, got none.');
}

function lookAtFile(file: PdfFile, self: SelfDescription, findings: Findings, looked: Looked): void {
  checkInteraction(file, findings);
  checkPdfxKeys(file, self, findings);
  const output = checkOutputIntent(file, self, findings);
  if (self.pdfx !== undefined) looked.claims = self.pdfx;
  if (output) looked.output = output;
}

/** Follows what a page draws, and shows each mark on the paper to the checks. */
function follow(page: PdfPage, { file, frame, forms, rules, findings }: { file: PdfFile; frame: PageFrame; forms: Forms; rules: ContentRules; findings: Findings }): void {
  const emit = (mark: Mark): void => {
    // What lies wholly outside the bleed is the printer's: marks, colour bars, notes.
    const onPaper = common(mark.box, frame.bleed) !== undefined;
    for (const check of CONTENT_CHECKS) if (onPaper || check === checkTexts) check({ mark, frame, rules, findings });
  };
  const walk = new Walk({ file, resources: file.dict(page.get('Resources')), emit, forms, state: openState(frame.base, frame.media) });
  walk.run(contentsOf(file, page));
}

/** The page's content streams as one (ISO 32000-1, 7.7.3.3). */
function contentsOf(file: PdfFile, page: PdfPage): Buffer {
  const contents = file.resolve(page.dict.get('Contents'));
  const parts = Array.isArray(contents) ? contents : [contents];
  const streams = parts.map((part) => file.resolve(part)).filter((part): part is PdfStream => part instanceof PdfStream);
  if (streams.length === 1) return file.unpacked(streams[0]!);
  return Buffer.concat(streams.flatMap((stream) => [file.unpacked(stream), Buffer.from('\n')]));
}

/** The first page, the last, and others at even steps between them. */
function sampleOf(file: PdfFile, pages: number | undefined): (page: number) => boolean {
  const count = file.number(file.dict(file.dict(file.trailer.get('Root'))?.get('Pages'))?.get('Count')) ?? 0;
  if (pages === undefined || count <= pages) return () => true;
  const step = Math.max(1, Math.floor(count / Math.max(1, pages - 1)));
  return (page) => page === count || (page - 1) % step === 0;
}
