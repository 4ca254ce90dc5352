import { PDFiumLibrary } from '@hyzyla/pdfium';
import readQrCode from 'jsqr';
import { PNG } from 'pngjs';

/** Pixels of a point: twice what a card of 148 mm takes on a screen. */
const SCALE = 2.8;

export interface Picture {
  readonly png: Uint8Array;
  /** What its QR code says, if it has one that can be read. */
  readonly qrCode: string | undefined;
}

let library: Promise<PDFiumLibrary> | undefined;

/** Every page of a PDF as a picture. */
export async function picturesOf(pdf: Uint8Array): Promise<Picture[]> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    const pictures: Picture[] = [];
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ scale: SCALE, render: 'bitmap' });
      const png = new PNG({ width, height });
      png.data = Buffer.from(data);
      const qrCode = readQrCode(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data;
      // Larger files, made in a tenth of the time.
      pictures.push({ png: PNG.sync.write(png, { deflateLevel: 1, filterType: 0 }), qrCode });
    }
    return pictures;
  } finally {
    document.destroy();
  }
}
