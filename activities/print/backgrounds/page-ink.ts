import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream, PDFStream, type PDFContext, type PDFPage } from '@cantoo/pdf-lib';

/**
 * What on a designer's page can't go into a CMYK job: fonts that are not in the file, screen colours without a profile. Looks into the forms that the page draws.
 *
 * @returns the first such thing in words, with what to do; undefined when there is none.
 * @throws Error when the page's drawing instructions can't be unpacked.
 */
export function unprintableInk(page: PDFPage): string | undefined {
  const { Contents, Resources } = page.node.normalizedEntries();
  const streams = Contents ? Contents.asArray().map((each) => page.node.context.lookup(each)) : [];
  const drawing = streams.map((stream) => (stream instanceof PDFRawStream ? text(stream) : '')).join('\n');
  return problemOf({ drawing, resources: Resources, context: page.node.context, seen: new Set() });
}

interface Drawn {
  readonly drawing: string;
  readonly resources: PDFDict | undefined;
  readonly context: PDFContext;
  readonly seen: Set<object>;
}

/** Three numbers and `rg`, or the name of the screen's colours: red, green and blue that nobody has defined. */
const SCREEN_COLOUR = /(?:^|\s)-?[\d.]+\s+-?[\d.]+\s+-?[\d.]+\s+(?:rg|RG)(?=\s|$)|\/DeviceRGB\s+(?:cs|CS)(?=\s|$)/;

function problemOf({ drawing, resources, context, seen }: Drawn): string | undefined {
  if (SCREEN_COLOUR.test(drawing)) return 'screen colours (DeviceRGB). Export it in CMYK, as PDF/X-4.';
  const fonts = entriesOf(resources, 'Font');
  for (const font of fonts) {
    const missing = fontWithoutFile(font);
    if (missing) return `the font ${missing}, which is not in the file. Export it with its fonts embedded, as PDF/X-4.`;
  }
  for (const object of entriesOf(resources, 'XObject')) {
    if (!(object instanceof PDFStream) || seen.has(object)) continue;
    seen.add(object);
    if (nameIn(object.dict, 'Subtype') === '/Image' && nameIn(object.dict, 'ColorSpace') === '/DeviceRGB') return 'a picture in screen colours (DeviceRGB). Export it in CMYK, as PDF/X-4.';
    if (nameIn(object.dict, 'Subtype') !== '/Form' || !(object instanceof PDFRawStream)) continue;
    const inner = problemOf({ drawing: text(object), resources: object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict), context, seen });
    if (inner) return inner;
  }
  return undefined;
}

function fontWithoutFile(font: unknown): string | undefined {
  if (!(font instanceof PDFDict) || nameIn(font, 'Subtype') === '/Type3') return undefined;
  const descendants = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray);
  const holder = descendants ? descendants.lookupMaybe(0, PDFDict) : font;
  const descriptor = holder?.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
  return isEmbedded ? undefined : (nameIn(font, 'BaseFont')?.slice(1) ?? 'without a name');
}

function entriesOf(resources: PDFDict | undefined, kind: string): unknown[] {
  const dict = resources?.lookupMaybe(PDFName.of(kind), PDFDict);
  return dict ? dict.keys().map((key) => dict.lookup(key)) : [];
}

function nameIn(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.asString() : undefined;
}

function text(stream: PDFRawStream): string {
  return new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode());
}
