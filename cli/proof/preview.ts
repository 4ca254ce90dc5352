import { PDFiumLibrary } from '@hyzyla/pdfium';
import readQrCode from 'jsqr';
import { PNG } from 'pngjs';

const RESOLUTION = 150;
const INCH = 25.4;

/** A QR code as a camera sees it. */
export interface SeenCode {
  readonly text: string;
  readonly version: number;
  /** Side of a module in millimetres, measured. */
  readonly module: number;
}

/** A page as pixels. */
export interface Preview {
  /** 150 dpi. */
  readonly png: Uint8Array;
  /** Of the page as viewers show it, in millimetres. */
  readonly width: number;
  readonly height: number;
}

/** How a piece looks: each of its pages, and the QR code that can be read there. */
export interface Look {
  readonly pages: readonly Preview[];
  readonly code?: SeenCode;
}

/**
 * Renders pieces to pixels (pdfium), and looks there for their QR codes (jsQR): on the last page first, where a card has it.
 *
 * @param pieces the page numbers of each, from 1
 */
export async function lookAt(pdf: Uint8Array, pieces: readonly (readonly number[])[]): Promise<Look[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    const looks: Look[] = [];
    for (const numbers of pieces) {
      const bitmaps = [];
      for (const number of numbers) bitmaps.push(await document.getPage(number - 1).render({ scale: RESOLUTION / 72, render: 'bitmap' }));
      const code = firstCode(bitmaps.toReversed());
      looks.push({ pages: bitmaps.map((bitmap) => ({ png: pngOf(bitmap), width: inMillimetres(bitmap.originalWidth), height: inMillimetres(bitmap.originalHeight) })), ...(code ? { code } : {}) });
    }
    return looks;
  } finally {
    document.destroy();
    library.destroy();
  }
}

function inMillimetres(points: number): number {
  return (points / 72) * INCH;
}

interface Bitmap {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

function pngOf({ data, width, height }: Bitmap): Buffer {
  const image = new PNG({ width, height });
  image.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  // Unfiltered and deflated plainly: a quarter smaller for flat colours than pngjs's defaults, in a quarter of the time.
  return PNG.sync.write(image, { filterType: 0, deflateStrategy: 0, deflateLevel: 6 });
}

function firstCode(bitmaps: readonly Bitmap[]): SeenCode | undefined {
  for (const { data, width, height } of bitmaps) {
    const found = readQrCode(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' });
    if (!found) continue;
    const { topLeftCorner: left, topRightCorner: right } = found.location;
    const modules = 17 + 4 * found.version;
    return { text: found.data, version: found.version, module: (Math.hypot(right.x - left.x, right.y - left.y) / modules / RESOLUTION) * INCH };
  }
  return undefined;
}
