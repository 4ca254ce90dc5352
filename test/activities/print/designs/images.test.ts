import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { readPicture } from '../../../../activities/print/images/picture-file.ts';
import { srgbProfile } from '../../../../activities/print/images/srgb-profile.ts';
import { address, image, rectangle } from '../../../../scenarios/content/design-fields.ts';
import { design, fill } from '../../../../scenarios/content/design.ts';
import { chunk, CMYK_JPEG, JPEG, openFolder, png, pngOf } from './artwork.ts';
import { coloursOf, designed, problemOf, render } from './designed.ts';

const PHOTO = design({
  format: 'a5-postcard',
  pages: [
    {
      drawn: [rectangle({ x: -3, y: -3, width: 216, height: 154, colour: [0, 0, 1, 0] })],
      fields: { photo: image({ x: 20, y: 20, width: 4, height: 4 * (16 / 24), dpi: { wanted: 150 } }) },
    },
    { fields: { to: address() } },
  ],
});

let folder: Awaited<ReturnType<typeof openFolder>>;
beforeAll(async () => {
  folder = await openFolder();
});
afterAll(() => folder.close());

/** What is at the left and at the right of the placed picture. */
async function placed(name: string, bytes: Buffer): Promise<number[][]> {
  const { pdf, unprintable } = await render([designed(fill(PHOTO, { photo: await folder.write(name, bytes) }))]);
  expect(unprintable.map(({ error }) => error.message)).toEqual([]);
  return coloursOf(pdf, {
    at: [
      [21, 21.3],
      [23, 21.3],
    ],
  });
}

const near = (colour: readonly number[]) => colour.map((value) => expect.closeTo(value, -1.1));

describe('pictures keep their colours', () => {
  test('in PNG: in colours, in grey, indexed', async () => {
    expect((await placed('colour.png', png({ width: 24, height: 16 })))[0]).toEqual(near([200, 60, 30]));
    expect((await placed('grey.png', png({ width: 24, height: 16, grey: true, colour: [128, 0, 0] })))[0]).toEqual(near([128, 128, 128]));
    const indexed = pngOf({
      width: 24,
      height: 16,
      type: 3,
      depth: 1,
      rows: Buffer.alloc(16 * 4, Buffer.of(0, 0x00, 0x0f, 0xff)),
      chunks: [chunk('PLTE', Buffer.of(10, 120, 60, 230, 200, 20))],
    });
    expect(await placed('indexed.png', indexed)).toEqual([near([10, 120, 60]), near([230, 200, 20])]);
  });

  test('in PNG with what is clear: the ground shows through, and no dark line at the edge', async () => {
    const [clear, solid] = await placed('clear.png', png({ width: 24, height: 16, clear: true }));
    expect(clear![2]).toBeLessThan(60);
    expect(clear![0]).toBeGreaterThan(220);
    expect(solid).toEqual(near([200, 60, 30]));
  });

  test('in JPEG: RGB as it is, CMYK as inks', async () => {
    expect((await placed('rgb.jpg', JPEG))[0]).toEqual(near([204, 51, 26]));
    const [red = [], ,] = await placed('inks.jpg', CMYK_JPEG);
    expect(red[0]).toBeGreaterThan(150);
    expect(red[2]).toBeLessThan(90);
  });

  test('by a profile of their own or sRGB’s; nothing is in colours that nobody has defined', async () => {
    const own = Buffer.from(srgbProfile());
    own.writeUInt16BE(2001, 24);
    const profiled = pngOf({ width: 24, height: 16, type: 2, rows: Buffer.alloc(16 * 73), chunks: [chunk('iCCP', Buffer.concat([Buffer.from('own\0\0'), deflateSync(own)]))] });
    const photos = [await folder.write('own.png', profiled), await folder.write('plain.png', png({ width: 24, height: 16 })), await folder.write('same.jpg', JPEG)];
    const { pdf } = await render(photos.map((photo, index) => designed(fill(PHOTO, { photo }), index)));
    const document = await PDFDocument.load(pdf);
    const streams = document.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []));
    expect(streams.filter(({ dict }) => dict.get(PDFName.of('N'))?.toString() === '3')).toHaveLength(2);
    expect(streams.flatMap(({ dict }) => dict.get(PDFName.of('ColorSpace'))?.toString() ?? [])).not.toContain('/DeviceRGB');
  });

  test('each file is in the PDF once, however many pieces show it', async () => {
    const photo = await folder.write('once.png', png({ width: 24, height: 16 }));
    const copy = await folder.write('copy.png', png({ width: 24, height: 16 }));
    const { pdf } = await render([photo, copy, photo, photo].map((each, index) => designed(fill(PHOTO, { photo: each }), index)));
    const images = (await PDFDocument.load(pdf)).context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype'))?.toString() === '/Image');
    expect(images).toHaveLength(1);
  });
});

describe('a picture that can’t be printed', () => {
  const problem = async (name: string, bytes: Buffer | string): Promise<string> => problemOf(fill(PHOTO, { photo: await folder.write(name, bytes) }));
  const header = (width: number, height: number): Buffer => pngOf({ width, height, type: 2, rows: Buffer.alloc(10) });

  test('costs the pieces that show it, and no others', async () => {
    const [bad, good] = [await folder.write('bad.png', 'no picture'), await folder.write('good.png', png({ width: 24, height: 16 }))];
    const { printed, unprintable } = await render([bad, good, bad].map((photo, index) => designed(fill(PHOTO, { photo }), index)));
    expect(printed.map(({ piece: { touchId } }) => touchId)).toEqual(['spring/p-1/letter/1']);
    expect(unprintable.map(({ touchId, error: { type, field } }) => [touchId, type, field])).toEqual([
      ['spring/p-0/letter/1', 'BadImage', 'photo'],
      ['spring/p-2/letter/1', 'BadImage', 'photo'],
    ]);
  });

  test('of 200 megapixels is refused by its header, undecoded', async () => {
    expect(await problem('huge.png', header(20_000, 10_000))).toMatchInlineSnapshot(
      `"BadImage: Expected huge.png for photo to be a PNG or JPEG file that can be printed, got 20000 × 10000 pixels (200 megapixels), and 40 megapixels are the most. Save it at 300 dpi of the size that it is printed in."`,
    );
  });

  test('whose data unpack to more or less than its header says', async () => {
    expect(await problem('bomb.png', pngOf({ width: 8, height: 8, type: 2, rows: Buffer.alloc(50_000_000) }))).toMatchInlineSnapshot(
      `"BadImage: Expected bomb.png for photo to be a PNG or JPEG file that can be printed, got a PNG with more pixels than its header says. Save it anew."`,
    );
    expect(await problem('short.png', header(100, 100))).toMatchInlineSnapshot(
      `"BadImage: Expected short.png for photo to be a PNG or JPEG file that can be printed, got a PNG with fewer pixels than its header says. Save it anew."`,
    );
  });

  test('cut off, turned, or of another kind', async () => {
    expect(await problem('cut.jpg', JPEG.subarray(0, JPEG.length - 200))).toMatchInlineSnapshot(
      `"BadImage: Expected cut.jpg for photo to be a PNG or JPEG file that can be printed, got a JPEG that ends too early. Save it anew."`,
    );
    const exif = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000600000000000000', 'hex');
    expect(await problem('turned.jpg', Buffer.concat([JPEG.subarray(0, 2), exif, JPEG.subarray(2)]))).toMatchInlineSnapshot(
      `"BadImage: Expected turned.jpg for photo to be a PNG or JPEG file that can be printed, got a photograph that lies on its side (EXIF orientation 6). Turn it upright and save it."`,
    );
    expect(await problem('logo.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')).toMatchInlineSnapshot(
      `"BadImage: Expected logo.svg for photo to be a PNG or JPEG file that can be printed, got an SVG drawing. Export it as PNG at 300 dpi, or put it into the design’s PDF background."`,
    );
    expect(await problem('photo.gif', 'GIF89a...')).toMatchInlineSnapshot(
      `"BadImage: Expected photo.gif for photo to be a PNG or JPEG file that can be printed, got a GIF file. Save it as PNG or JPEG."`,
    );
    expect(await problem('empty.png', '')).toMatchInlineSnapshot(
      `"BadImage: Expected empty.png for photo to be a PNG or JPEG file that can be printed, got an empty file. Save it as PNG or JPEG."`,
    );
    expect(await problemOf(fill(PHOTO, { photo: folder.at('none.png') }))).toMatchInlineSnapshot(
      `"BadImage: Expected none.png for photo to be a PNG or JPEG file that can be printed, got no such file. Check its path."`,
    );
  });

  test('is never read for its pixels when its file is too large', async () => {
    await expect(readPicture(await folder.write('large.png', Buffer.alloc(65 * 1024 * 1024)), 'photo')).rejects.toThrow('got 65 MB, and 64 are the most. Save it smaller.');
  });
});
