import { PDFiumLibrary } from '@hyzyla/pdfium';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Piece } from '../../../activities/print/piece.ts';
import { renderPrintRun, type RenderedRun } from '../../../activities/print/render-print-run.ts';
import { readQrCodes } from '../../../cli/demo/read-qr-codes.ts';
import { inspectPdf } from './pdf-inspection.ts';
import { samplePiece, samplePieces, type CardPiece } from './sample-pieces.ts';

const AT = new Date('2027-03-01T17:00:00Z');
const render = (pieces: readonly Piece[]): Promise<RenderedRun> => renderPrintRun({ title: 'spring', pieces, at: AT });

describe('a rendered batch of 24 postcards', () => {
  const pieces = samplePieces(24);
  let run: RenderedRun;
  beforeAll(async () => {
    run = await render(pieces);
  });

  test('has a page a mailpiece, in order, and a front for each picture side that differs', async () => {
    expect(run.unprintable).toEqual([]);
    expect(run.printed.map(({ piece, firstPage, lastPage }) => [piece.touchId, firstPage, lastPage])).toEqual(pieces.map(({ touchId }, index) => [touchId, index + 1, index + 1]));
    expect((await inspectPdf(run.pdf)).pages).toHaveLength(24);
    const fronts = (await inspectPdf(run.fronts!)).pages.length;
    expect(fronts).toBe(4);
    expect(new Set(run.printed.map(({ frontPage }) => frontPage))).toEqual(new Set([1, 2, 3, 4]));
  });

  test('every QR code, read from pixels, holds its own piece’s token', async () => {
    const codes = await readQrCodes({ pdf: run.pdf, pages: run.printed.map(({ firstPage }) => firstPage) });
    expect(codes).toEqual(pieces.map(({ qrToken }) => `HTTP://127.0.0.1:8080/Q/${qrToken}`));
  });

  test('a page says, in text that can be searched, to whom it goes and what to type', async () => {
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(run.pdf);
    const texts = pieces.map((_, index) => document.getPage(index).getText().replace(/\s+/g, ' '));
    document.destroy();
    library.destroy();
    pieces.forEach(({ purlUrl, purlToken }, index) => {
      expect(texts[index]).toContain(purlToken);
      expect(texts[index]?.replace(/ /g, '')).toContain(purlUrl.replace('http://', ''));
    });
    expect(texts[0]).toContain('MME ÉLODIE MARTIN-ROUX BAT C 3E ETAGE 4 RUE DE L EGLISE 00410 SAINT LOUP SUR FORGE');
    expect(texts[2]).toContain('ŁUKASZ ŠIMÁNEK');
  });

  test('is A6 with 3 mm of bleed, as trim and bleed boxes say', async () => {
    for (const { pages } of [await inspectPdf(run.pdf), await inspectPdf(run.fronts!)]) {
      for (const page of pages) expect(page).toEqual({ mediaBox: [0, 0, 154, 111], bleedBox: [0, 0, 154, 111], trimBox: [3, 3, 148, 105] });
    }
  });

  test('has every font in it, as a subset', async () => {
    const { fonts } = await inspectPdf(run.pdf);
    expect(fonts.map(({ name }) => name.slice(8)).sort()).toEqual(['Inter-Bold', 'Inter-Regular', 'Inter-Regular']);
    for (const { name, embedded } of fonts) expect({ name, embedded }).toEqual({ name: expect.stringMatching(/^\/[A-Z]{6}\+Inter-/), embedded: true });
  });

  test('prints text and QR codes in black ink alone, or leaves them white; nothing is in screen colours', async () => {
    const { operators } = await inspectPdf(run.pdf);
    const texts = operators.flatMap((each) => [...each.matchAll(/BT ([\d. ]+) k /g)].map(([, ink]) => ink));
    expect(texts.length).toBeGreaterThan(24 * 8);
    expect(new Set(texts)).toEqual(new Set(['0 0 0 1', '0 0 0 0']));
    const pages = operators.filter((each) => each.startsWith('/Shell Do'));
    expect(pages).toHaveLength(24);
    for (const page of pages) expect(new Set([...page.matchAll(/([\d. ]+) k$/gm)].map(([, ink]) => ink))).toEqual(new Set(['0 0 0 1']));
    expect(operators.join('\n')).not.toMatch(/\b(rg|RG|g|G)$/m);
  });

  test('draws what the cards have in common once, however many there are', async () => {
    const { operators } = await inspectPdf(run.pdf);
    expect(operators.filter((each) => !each.startsWith('/Shell Do'))).toHaveLength(4);
  });

  test('is the same, byte for byte, when it is made again', async () => {
    const again = await render(pieces);
    expect(Buffer.compare(again.pdf, run.pdf)).toBe(0);
    expect(Buffer.compare(again.fronts!, run.fronts!)).toBe(0);
    expect(again.printed.map(({ sha256 }) => sha256)).toEqual(run.printed.map(({ sha256 }) => sha256));
  });

  test('gives each piece the hash of what is on it, whatever is printed with it', async () => {
    const alone = await render([pieces[7]!]);
    expect(alone.printed[0]?.sha256).toBe(run.printed[7]?.sha256);
    expect(new Set(run.printed.map(({ sha256 }) => sha256)).size).toBe(24);
  });
});

describe('a piece that can’t be printed', () => {
  const ordinary = samplePiece(1);
  const withBack = (back: Partial<CardPiece['content']['back']>): Piece => ({
    ...samplePiece(0),
    content: { ...samplePiece(0).content, back: { ...samplePiece(0).content.back, ...back } },
  });
  const problemOf = async (piece: Piece): Promise<unknown> => {
    const run = await render([piece, ordinary]);
    expect(run.printed.map(({ piece: { touchId }, firstPage }) => [touchId, firstPage])).toEqual([[ordinary.touchId, 1]]);
    return run.unprintable.map(({ touchId, error: { type, field, message } }) => ({ touchId, type, field, message }))[0];
  };

  test('because its text is too long: the error says where, and how many millimetres', async () => {
    expect(await problemOf(withBack({ paragraphs: [Array(60).fill('chaudière').join(' ')] }))).toMatchInlineSnapshot(`
     {
       "field": "back.paragraphs",
       "message": "Expected back.paragraphs to fit 24.1 mm at 7.6 pt, got 54.0 mm (15 lines of 58.0 mm). Shorten it.",
       "touchId": "spring/p-0/card/1",
       "type": "TextTooLong",
     }
    `);
  });

  test('because a word is wider than its column', async () => {
    expect(await problemOf(withBack({ callToAction: 'Hottentottenpotentatentantenattentat' }))).toMatchInlineSnapshot(`
     {
       "field": "back.callToAction",
       "message": "Expected every word of back.callToAction to fit 32.5 mm at 9.5 pt, got one of 62.0 mm. Shorten it.",
       "touchId": "spring/p-0/card/1",
       "type": "TextTooLong",
     }
    `);
  });

  test('because a character can’t be written in Latin letters', async () => {
    expect(await problemOf(withBack({ salutation: 'سيدتي العزيزة،' }))).toMatchInlineSnapshot(`
     {
       "field": "back.salutation",
       "message": "Expected back.salutation in Latin letters, got 'س' (U+0633), writing from right to left, which can’t be set. Write it in Latin letters.",
       "touchId": "spring/p-0/card/1",
       "type": "CharacterNotInFont",
     }
    `);
    expect(await problemOf({ ...samplePiece(0), address: { ...samplePiece(0).address, firstName: '大' } })).toMatchInlineSnapshot(`
     {
       "field": "name",
       "message": "Expected name in Latin letters on one line, got a character that has no Latin letters for it (U+5927). Write it in Latin letters.",
       "touchId": "spring/p-0/card/1",
       "type": "CharacterNotInFont",
     }
    `);
  });

  test('because its address is incomplete', async () => {
    expect(await problemOf({ ...samplePiece(0), address: { ...samplePiece(0).address, city: null } })).toMatchInlineSnapshot(`
     {
       "field": "city",
       "message": "Expected the prospect's city for the address block, got none. Complete the identity and import it again.",
       "touchId": "spring/p-0/card/1",
       "type": "NoAddress",
     }
    `);
  });

  test('because its QR code would be too fine to read', async () => {
    expect(await problemOf({ ...samplePiece(0), qrUrl: `HTTP://${'A'.repeat(120)}.EXAMPLE/Q/7KQ9XM2PAB` })).toMatchInlineSnapshot(`
     {
       "field": "qr code",
       "message": "Expected the QR code to fit 22.5 mm with modules of 0.5 mm, got 28.5 mm for 148 characters. Use a shorter public address.",
       "touchId": "spring/p-0/card/1",
       "type": "QrCodeTooLarge",
     }
    `);
  });

  test('tells on its way how many are drawn', async () => {
    const drawn: number[] = [];
    await renderPrintRun({ title: 'spring', pieces: samplePieces(45), at: AT, onProgress: (count) => drawn.push(count) });
    expect(drawn).toEqual([20, 40]);
  });
});

test('a name in another script is printed in Latin letters, as the manifest says, and the piece tells so', async () => {
  const person = { ...samplePiece(0), address: { ...samplePiece(0).address, title: null, firstName: 'Θεόδωρος', lastName: 'Щербаков', city: 'Łódź-sur-Orvelle' } };
  const { printed, unprintable } = await render([person, samplePiece(1)]);
  expect(unprintable).toEqual([]);
  expect(printed[0]!.addressLines.at(0)).toBe('THEODOROS SHCHERBAKOV');
  expect(printed[0]!.addressLines.at(-1)).toMatch(/LODZ SUR ORVELLE$/);
  expect(printed.map(({ transliterated }) => transliterated)).toEqual([['name'], []]);
});
