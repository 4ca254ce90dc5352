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
  readonly code?: SeenCode;
}

/** Renders each page of a PDF to pixels (pdfium), and looks there for its QR code (jsQR). */
export async function previews(pdf: Uint8Array): Promise<Preview[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    const seen: Preview[] = [];
    for (const page of document.pages()) {
      const bitmap = await page.render({ scale: RESOLUTION / 72, render: 'bitmap' });
      const [width, height] = [bitmap.originalWidth, bitmap.originalHeight].map((points) => (points / 72) * INCH);
      seen.push({ png: pngOf(bitmap), width: width!, height: height!, ...codeIn(bitmap) });
    }
    return seen;
  } finally {
    document.destroy();
    library.destroy();
  }
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

function codeIn({ data, width, height }: Bitmap): { code?: SeenCode } {
  const found = readQrCode(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' });
  if (!found) return {};
  const { topLeftCorner: left, topRightCorner: right } = found.location;
  const modules = 17 + 4 * found.version;
  return { code: { text: found.data, version: found.version, module: (Math.hypot(right.x - left.x, right.y - left.y) / modules / RESOLUTION) * INCH } };
}
