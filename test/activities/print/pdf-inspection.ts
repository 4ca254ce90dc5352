import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';

/** What an independent look into a PDF's objects finds. */
export interface PdfInspection {
  readonly pages: readonly { readonly mediaBox: number[]; readonly trimBox: number[]; readonly bleedBox: number[] }[];
  /** Each font's name and whether its file is in the PDF. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  /** The drawing instructions of pages and forms, in plain text. */
  readonly operators: readonly string[];
}

const MILLIMETRE = 72 / 25.4;

export async function inspectPdf(bytes: Uint8Array): Promise<PdfInspection> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object);
  const box = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): number[] => [x, y, width, height].map((length) => Math.round((length / MILLIMETRE) * 100) / 100);
  const descriptors = objects.filter((object): object is PDFDict => object instanceof PDFDict && nameOf(object, 'Type') === '/FontDescriptor');
  return {
    pages: document.getPages().map((page) => ({ mediaBox: box(page.getMediaBox()), trimBox: box(page.getTrimBox()), bleedBox: box(page.getBleedBox()) })),
    fonts: descriptors.map((descriptor) => ({ name: nameOf(descriptor, 'FontName') ?? '', embedded: descriptor.has(PDFName.of('FontFile2')) || descriptor.has(PDFName.of('FontFile3')) })),
    operators: objects.filter(isDrawing).map((stream) => new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode())).filter((text) => /\b(Do|re|Tm|TJ)\b/.test(text)),
  };
}

function isDrawing(object: PDFObject): object is PDFRawStream {
  return object instanceof PDFRawStream && [undefined, '/XObject'].includes(nameOf(object.dict, 'Type')) && !object.dict.has(PDFName.of('Length1'));
}

function nameOf(dict: PDFDict, key: string): string | undefined {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFName ? value.asString() : undefined;
}
