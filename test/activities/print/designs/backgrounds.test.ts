import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { address } from '../../../../scenarios/content/design-fields.ts';
import { design, fill } from '../../../../scenarios/content/design.ts';
import { inspectPdf } from '../pdf-inspection.ts';
import { artwork, encrypted, openFolder, type Artwork } from './artwork.ts';
import { coloursOf, designed, problemOf, render } from './designed.ts';

const A6 = { width: 148, height: 105 };
let folder: Awaited<ReturnType<typeof openFolder>>;
beforeAll(async () => {
  folder = await openFolder();
});
afterAll(() => folder.close());

const cardOn = (pdf: URL, page = 1) => fill(design({ format: 'a6-postcard', pages: [{ background: { pdf, page } }, { fields: { to: address() } }] }), {});
const problem = async (name: string, source: Artwork): Promise<string> => problemOf(cardOn(await folder.write(name, await artwork(source))));

describe('a designer’s page', () => {
  test('with trim and bleed boxes, in a larger page or not, or with none and exactly its bleed', async () => {
    for (const source of [A6, { ...A6, slug: 10 }, { ...A6, slug: 10, bleed: 5 }, { ...A6, trimBox: false, bleedBox: false }, { ...A6, width: 148.3 }]) {
      const { fronts, unprintable } = await render([designed(cardOn(await folder.write('good.pdf', await artwork(source))))]);
      expect(unprintable.map(({ error }) => error.message)).toEqual([]);
      const colours = await coloursOf(fronts!, {
        at: [
          [-2.7, -2.7],
          [74, 52],
          [150.7, 107.7],
        ],
      });
      expect(new Set(colours.map(String)).size).toBe(1);
      expect(colours[0]).not.toEqual([255, 255, 255]);
    }
  });

  test('is in the PDF once, however many pieces stand on it', async () => {
    const card = cardOn(await folder.write('once.pdf', await artwork(A6)));
    const [one, many] = [await render([designed(card)]), await render([0, 1, 2, 3].map((index) => designed(card, index)))];
    expect((await inspectPdf(many.fronts!)).pages).toHaveLength(1);
    expect((await inspectPdf(many.fronts!)).operators).toHaveLength((await inspectPdf(one.fronts!)).operators.length);
  });

  test('of another size, or without its bleed: the error names file, page and millimetres', async () => {
    expect(await problem('summer.pdf', { width: 210, height: 148 })).toMatchInlineSnapshot(
      `"BadBackground: Expected page 1 of summer.pdf to be 148 × 105 mm with 3 mm of bleed around it, got a trim of 210 × 148 mm. Make it in the format's size."`,
    );
    expect(await problem('bare.pdf', { ...A6, bleed: 0 })).toMatchInlineSnapshot(
      `"BadBackground: Expected page 1 of bare.pdf to be 148 × 105 mm with 3 mm of bleed around it, got 0 mm of bleed. Export it with its bleed."`,
    );
    expect(await problem('thin.pdf', { ...A6, bleed: 1.5 })).toMatchInlineSnapshot(
      `"BadBackground: Expected page 1 of thin.pdf to be 148 × 105 mm with 3 mm of bleed around it, got 1.5 mm of bleed. Export it with its bleed."`,
    );
    expect(await problem('unboxed.pdf', { ...A6, bleed: 0, trimBox: false, bleedBox: false })).toMatchInlineSnapshot(
      `"BadBackground: Expected page 1 of unboxed.pdf to be 148 × 105 mm with 3 mm of bleed around it, 154 × 111 mm in all, got 148 × 105 mm: the bleed is missing. Export it with its bleed."`,
    );
    expect(await problem('letter.pdf', { width: 210, height: 297, trimBox: false, bleedBox: false })).toMatchInlineSnapshot(
      `"BadBackground: Expected page 1 of letter.pdf to be 148 × 105 mm with 3 mm of bleed around it, 154 × 111 mm in all, got 216 × 303 mm and no TrimBox. Export it with its bleed."`,
    );
  });

  test('turned, missing, in screen colours, or with a font that is not in the file', async () => {
    expect(await problem('turned.pdf', { ...A6, turned: 90 })).toMatchInlineSnapshot(
      `"BadBackground: Expected page 1 of turned.pdf to stand upright, got one turned by 90°. Export it without rotation."`,
    );
    expect(await problemOf(cardOn(await folder.write('single.pdf', await artwork(A6)), 2))).toMatchInlineSnapshot(
      `"BadBackground: Expected single.pdf to have a page 2, got 1 in all. Name another page."`,
    );
    expect(await problem('screen.pdf', { ...A6, ink: 'rgb' })).toMatchInlineSnapshot(
      `"BadBackground: Expected page 1 of screen.pdf to be made for print, got screen colours (DeviceRGB). Export it in CMYK, as PDF/X-4."`,
    );
    expect(await problem('fontless.pdf', { ...A6, ink: 'helvetica' })).toMatchInlineSnapshot(
      `"BadBackground: Expected page 1 of fontless.pdf to be made for print, got the font Helvetica, which is not in the file. Export it with its fonts embedded, as PDF/X-4."`,
    );
  });

  test('broken, encrypted, another file, or none', async () => {
    const whole = Buffer.from(await artwork(A6));
    expect(await problemOf(cardOn(await folder.write('broken.pdf', whole.subarray(0, whole.length / 2))))).toMatchInlineSnapshot(
      `"BadBackground: Expected broken.pdf to be a PDF file, got a broken one. Export it again."`,
    );
    expect(await problemOf(cardOn(await folder.write('locked.pdf', await encrypted())))).toMatchInlineSnapshot(
      `"BadBackground: Expected locked.pdf to be a PDF file, got an encrypted one. Save it without a password."`,
    );
    expect(await problemOf(cardOn(await folder.write('photo.pdf', 'GIF89a')))).toMatchInlineSnapshot(
      `"BadBackground: Expected photo.pdf to be a PDF file, got a file of another kind. Export it as PDF/X-4."`,
    );
    expect(await problemOf(cardOn(folder.at('none.pdf')))).toMatchInlineSnapshot(`"BadBackground: Expected none.pdf to be a PDF file, got no such file. Check its path."`);
  });

  test('that can’t be used costs the pieces that stand on it, and no others', async () => {
    const [bad, good] = [cardOn(folder.at('none.pdf')), cardOn(await folder.write('good.pdf', await artwork(A6)))];
    const { printed, unprintable } = await render([bad, good, bad].map((content, index) => designed(content, index)));
    expect([printed.length, unprintable.map(({ error }) => error.type)]).toEqual([1, ['BadBackground', 'BadBackground']]);
  });
});
