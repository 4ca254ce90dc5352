import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { CustomFontSubsetEmbedder, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import type { Layer } from './layer.ts';
import { POINTS, type Sheet } from './measures.ts';
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
  save(): Promise<Uint8Array>;
}

/**
 * Begins a PDF.
 *
 * @param at when it is made, as it says: given from outside, so that made again it is the same
 */
export async function openPrintDocument({ title, at, faces }: { title: string; at: Date; faces: Typefaces }): Promise<PrintDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(title);
  document.setProducer('Parcours');
  document.setCreationDate(at);
  document.setModificationDate(at);
  const { context } = document;
  const hash = createHash('sha256').update(`${title}\n${at.toISOString()}`);

  const fonts = PDFDict.withContext(context);
  const fontsRef = context.register(fonts);
  const { encode, embed } = await openSubsets(context, fonts, faces);
  const stream = (layer: Layer, entries = {}): PDFRef => {
    const operators = layer.operators(encode);
    hash.update(operators);
    return context.register(context.stream(deflateSync(operators), { Filter: 'FlateDecode', ...entries }));
  };

  return {
    pdf: document,
    form: (layer, objects = {}) => stream(layer, { Type: 'XObject', Subtype: 'Form', BBox: boxesOf(layer.sheet).media, Resources: { Font: fontsRef, XObject: objects } }),
    page(layer, objects = {}) {
      const { media, trim } = boxesOf(layer.sheet);
      const page = document.addPage([media[2], media[3]]);
      page.node.set(PDFName.of('TrimBox'), context.obj(trim));
      page.node.set(PDFName.of('BleedBox'), context.obj(media));
      page.node.set(PDFName.of('Resources'), context.obj({ Font: fontsRef, XObject: objects }));
      page.node.set(PDFName.of('Contents'), stream(layer));
    },
    async save() {
      await embed();
      const id = PDFHexString.of(hash.digest('hex').slice(0, 32));
      context.trailerInfo.ID = context.obj([id, id]);
      document.catalog.set(PDFName.of('OutputIntents'), context.obj([outputIntent()]));
      return document.save({ useObjectStreams: true });
    },
  };
}

function boxesOf({ width, height, bleed }: Sheet): Record<'media' | 'trim', [number, number, number, number]> {
  return {
    media: [0, 0, (width + 2 * bleed) * POINTS, (height + 2 * bleed) * POINTS],
    trim: [bleed * POINTS, bleed * POINTS, (width + bleed) * POINTS, (height + bleed) * POINTS],
  };
}

/** The printing condition that the colours are meant for: offset or toner on coated paper (ISO 12647-2:2013). */
function outputIntent() {
  return { Type: 'OutputIntent', S: 'GTS_PDFX', OutputConditionIdentifier: PDFString.of('FOGRA51'), OutputCondition: PDFString.of('PSO Coated v3'), Info: PDFString.of('Coated paper, 115 g/m2 and more') };
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
