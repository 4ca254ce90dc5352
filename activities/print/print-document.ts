import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { CustomFontSubsetEmbedder, PDFDict, PDFDocument, PDFHeader, PDFHexString, PDFName, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { assertPrintable } from './assert-printable.ts';
import type { Layer } from './layer.ts';
import { POINTS, type Sheet } from './measures.ts';
import { cropMarks, MARK_MARGIN, metadataStream, outputIntent, pdfxVersion, type Prepress } from './prepress/index.ts';
import { number } from './shapes.ts';
import type { Encode } from './set-line.ts';
import type { FontFile, Typeface, Typefaces } from './typeface.ts';

/** What a layer draws by name (`Layer.form`): forms, images. */
export type Objects = Readonly<Record<string, PDFRef>>;

/** A PDF of mailpieces under way; each page has its layer's sheet. The same layers in the same order give the same bytes. */
export interface PrintDocument {
  /** For what is embedded by others: pictures, a designer's pages. */
  readonly pdf: PDFDocument;
  /** Keeps a layer once for many pages. */
  form(layer: Layer, objects?: Objects): PDFRef;
  page(layer: Layer, objects?: Objects): void;
  /** @throws PermanentError `PreflightFailed` when our own preflight finds an error in what was made. */
  save(): Promise<Uint8Array>;
}

const PRODUCER = 'Parcours';

export interface PrintDocumentOptions {
  readonly title: string;
  /** When it is made, as it says: given from outside, so that made again it is the same. */
  readonly at: Date;
  readonly faces: Typefaces;
  readonly prepress?: Prepress;
}

/** Begins a PDF, written to PDF/X-4 (ISO 15930-7:2010): see docs/prepress.md for what that is checked to mean. */
export async function openPrintDocument({ title, at, faces, prepress: { cropMarks: marked = false, output = {} } = {} }: PrintDocumentOptions): Promise<PrintDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  context.header = PDFHeader.forVersion(1, 6);
  document.setTitle(title);
  document.setProducer(PRODUCER);
  document.setCreator(PRODUCER);
  document.setCreationDate(at);
  document.setModificationDate(at);
  context.lookup(context.trailerInfo.Info, PDFDict).set(PDFName.of('Trapped'), PDFName.of('False'));
  const hash = createHash('sha256').update(JSON.stringify([title, at, marked, output.condition, output.profile?.sha256]));

  const fonts = PDFDict.withContext(context);
  const fontsRef = context.register(fonts);
  const states = context.register(context.obj({ Over: { Type: 'ExtGState', OP: true, op: true, OPM: 1 }, Knockout: { Type: 'ExtGState', OP: false, op: false, OPM: 0 } }));
  const { encode, embed } = await openSubsets(context, fonts, faces);
  const stream = (layer: Layer, { before = '', entries = {} }: { before?: string; entries?: object } = {}): PDFRef => {
    const operators = layer.operators(encode);
    hash.update(operators);
    return context.register(context.stream(deflateSync(before + operators), { Filter: 'FlateDecode', ...entries }));
  };
  const marksOf = remember((sheet: Sheet) => cropMarks(context, sheet));
  const resourcesOf = (objects: Objects) => ({ Font: fontsRef, ExtGState: states, XObject: objects });

  const sheets = new Set<Sheet>();

  return {
    pdf: document,
    form: (layer, objects = {}) => stream(layer, { entries: { Type: 'XObject', Subtype: 'Form', BBox: boxesOf(layer.sheet).bleed, Resources: resourcesOf(objects) } }),
    page(layer, objects = {}) {
      sheets.add(layer.sheet);
      const margin = marked ? MARK_MARGIN : 0;
      const { media, bleed, trim } = boxesOf(layer.sheet, margin);
      const page = document.addPage([media[2], media[3]]);
      page.node.set(PDFName.of('TrimBox'), context.obj(trim));
      page.node.set(PDFName.of('BleedBox'), context.obj(bleed));
      page.node.set(PDFName.of('Resources'), context.obj(resourcesOf(marked ? { ...objects, Marks: marksOf(layer.sheet) } : objects)));
      // The layer's places are counted from the bleed's corner.
      const corner = number(margin * POINTS);
      page.node.set(PDFName.of('Contents'), stream(layer, marked ? { before: `q /Marks Do Q\n1 0 0 1 ${corner} ${corner} cm\n` } : {}));
    },
    // What says what the file is comes last: whatever joined it before, the file says it once.
    async save() {
      await embed();
      const id = hash.digest('hex').slice(0, 32);
      context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)]);
      document.catalog.set(PDFName.of('OutputIntents'), context.obj([outputIntent(context, output)]));
      document.catalog.set(PDFName.of('Metadata'), metadataStream(context, { title, producer: PRODUCER, at, pdfxVersion: pdfxVersion(output), id }));
      const bytes = await document.save({ useObjectStreams: true });
      await assertPrintable(bytes, { title, sheets });
      return bytes;
    },
  };
}

type Rectangle = [number, number, number, number];

/** The boxes of a page in points; `margin` is what lies outside the bleed, in millimetres. */
function boxesOf({ width, height, bleed }: Sheet, margin = 0): Record<'media' | 'bleed' | 'trim', Rectangle> {
  const inset = (from: number): Rectangle => [from * POINTS, from * POINTS, (width + 2 * (bleed + margin) - from) * POINTS, (height + 2 * (bleed + margin) - from) * POINTS];
  return { media: inset(0), bleed: inset(margin), trim: inset(margin + bleed) };
}

function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key) as Value;
  };
}

/** Gives each character its code in a subset of its font file; a file of which nothing was drawn is not embedded. */
async function openSubsets(context: PDFContext, resources: PDFDict, faces: Typefaces): Promise<{ encode: Encode; embed(): Promise<void> }> {
  const subsets = new Map<FontFile, Subset>();
  for (const file of Object.values(faces).flatMap((face: Typeface) => face.files)) {
    // Six letters before the name say that it is a subset (ISO 32000-1, 9.6.4).
    const tag = `SUBSE${String.fromCharCode(65 + subsets.size)}`;
    const embedder = await CustomFontSubsetEmbedder.for({ create: () => file.font }, file.bytes, `${tag}+${file.font.postscriptName}`);
    subsets.set(file, { embedder, resource: `F${subsets.size + 1}`, codes: new Map() });
  }
  const encode: Encode = ({ character, file }) => {
    const { embedder, resource, codes } = subsets.get(file)!;
    let code = codes.get(character);
    if (code === undefined) codes.set(character, (code = embedder.encodeText(character).asString()));
    return { resource, code };
  };
  const embed = async (): Promise<void> => {
    for (const { embedder, resource, codes } of subsets.values()) {
      if (codes.size > 0) resources.set(PDFName.of(resource), await embedder.embedIntoContext(context));
    }
  };
  return { encode, embed };
}

interface Subset {
  readonly embedder: Awaited<ReturnType<typeof CustomFontSubsetEmbedder.for>>;
  readonly resource: string;
  readonly codes: Map<string, string>;
}
