import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readQrCodes } from '../../../../cli/demo/read-qr-codes.ts';
import { address, image, paragraphs, pageNumber, purl, qr, rectangle, text, voucher, words } from '../../../../scenarios/content/design-fields.ts';
import { design, fill } from '../../../../scenarios/content/design.ts';
import { withCheck } from '../../../../scenarios/content/voucher-code.ts';
import { inspectPdf } from '../pdf-inspection.ts';
import { samplePiece } from '../sample-pieces.ts';
import { artwork, openFolder, png } from './artwork.ts';
import { coloursOf, designed, problemOf, render, textsOf } from './designed.ts';

const MINT = [0.3, 0, 0.2, 0] as const;

const LETTER = design({
  format: 'dl-letter-fr',
  pages: [
    {
      drawn: [rectangle({ x: -3, y: -3, width: 216, height: 20, colour: MINT }), words({ text: 'Airelune', x: 25, y: 20, width: 80, height: 8, size: 14, face: 'bold' })],
      fields: {
        to: address(),
        greeting: text({ x: 25, y: 102, width: 90, height: 6, size: 11, least: 8 }),
        body: paragraphs({ x: 25, y: 112, width: 110, height: 80, size: 10, overflow: 'next-page' }),
        scan: qr({ x: 25, y: 210, size: 30 }),
        web: purl({ x: 60, y: 212, width: 120, height: 12, size: 10 }),
        code: voucher({ x: 60, y: 226, width: 60, height: 16, barcode: 'code-128', check: 'mod-31' }),
      },
    },
  ],
  continuation: { fields: { body: paragraphs({ x: 25, y: 40, width: 110, height: 220, size: 10 }), number: pageNumber({ x: 25, y: 275, width: 60, height: 5, size: 8, text: 'Page {page} sur {pages}' }) } },
});

const values = { greeting: 'Bonjour Élodie,', body: ['Un premier mot.', 'Un second.'], code: withCheck('3RTW8HNKVC', 'mod-31') };
const sentence = 'Votre chaudière vous chauffe depuis longtemps, et nous en prenons soin chaque année.';

describe('a designed letter', () => {
  test('has its pages in the run’s PDF, on sheets of its format, and no front apart', async () => {
    const { pdf, fronts, printed, unprintable } = await render([designed(fill(LETTER, values)), designed(fill(LETTER, values), 1)]);
    expect(unprintable).toEqual([]);
    expect(fronts).toBeNull();
    expect(printed.map(({ firstPage, lastPage, frontPage }) => [firstPage, lastPage, frontPage])).toEqual([[1, 1, null], [2, 2, null]]);
    expect((await inspectPdf(pdf)).pages[0]).toEqual({ mediaBox: [0, 0, 216, 303], bleedBox: [0, 0, 216, 303], trimBox: [3, 3, 210, 297] });
    const [first] = await textsOf(pdf);
    for (const said of ['Airelune', 'Bonjour Élodie,', 'Un second.', 'MME ÉLODIE MARTIN-ROUX', '00410 SAINT LOUP SUR FORGE', 'parcours.example/p/elodie-martin-roux-3RTW8HNKVC']) expect(first).toContain(said);
    expect(await readQrCodes({ pdf, pages: [1] })).toEqual(['HTTPS://PARCOURS.EXAMPLE/Q/7KQ9XM2PAB']);
  });

  test('draws what its pieces have in common once', async () => {
    const { pdf } = await render([0, 1, 2, 3].map((index) => designed(fill(LETTER, values), index)));
    const { operators } = await inspectPdf(pdf);
    expect(operators.filter((each) => each.startsWith('/Shell Do'))).toHaveLength(4);
    expect(operators.filter((each) => !each.startsWith('/Shell Do'))).toHaveLength(1);
  });

  test('goes on on as many pages as its text needs, numbered, and leaves no line of a paragraph alone', async () => {
    const body = Array.from({ length: 22 }, (_, index) => `${index + 1}. ${sentence} ${sentence} ${sentence}`);
    const { pdf, printed } = await render([designed(fill(LETTER, { ...values, body })), designed(fill(LETTER, values))]);
    expect(printed.map(({ firstPage, lastPage }) => [firstPage, lastPage])).toEqual([[1, 4], [5, 5]]);
    const texts = (await textsOf(pdf)).slice(0, 4);
    expect(texts.flatMap((page) => [...page.matchAll(/^(\d+)\. Votre/gm)].map(([, number]) => Number(number)))).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
    expect(texts.map((page) => /Page \d sur \d/.exec(page)?.[0])).toEqual([undefined, 'Page 2 sur 4', 'Page 3 sur 4', 'Page 4 sur 4']);
    const parted = texts.slice(1).map((page) => page.split(/\r?\n/).findIndex((line) => /^\d+\. Votre/.test(line)));
    expect(parted).not.toContain(1);
    expect(parted.some((lines) => lines > 1)).toBe(true);
  });

  test('that would need more pages than its format has is an error with both numbers', async () => {
    const body = Array.from({ length: 200 }, () => `${sentence} ${sentence}`);
    expect(await problemOf(fill(LETTER, { ...values, body }))).toMatchInlineSnapshot(`"TooManyPages: Expected body to fit 6 pages of dl-letter-fr, got 17. Shorten it."`);
  });

  test('is the same, byte for byte, when it is made again; its hash is its own, whatever is printed with it', async () => {
    const pieces = [designed(fill(LETTER, values)), designed(fill(LETTER, { ...values, greeting: 'Bonjour Jean,' }), 1)];
    const [once, again, alone] = [await render(pieces), await render(pieces), await render(pieces.slice(1))];
    expect(Buffer.compare(once.pdf, again.pdf)).toBe(0);
    expect(alone.printed[0]?.sha256).toBe(once.printed[1]?.sha256);
    expect(once.printed[0]?.sha256).not.toBe(once.printed[1]?.sha256);
  });
});

describe('a text that is too long', () => {
  test('shrinks within its limits, and no further', async () => {
    const greeting = 'Chère Madame de La Rochefoucauld-Beaulieu-Montmorency,';
    expect((await render([designed(fill(LETTER, { ...values, greeting }))])).unprintable).toEqual([]);
    expect(await problemOf(fill(LETTER, { ...values, greeting: `${greeting} ${greeting}` }))).toMatchInlineSnapshot(
      `"TextTooLong: Expected greeting to fit 6.0 mm at 8 pt, got 7.6 mm (2 lines of 90.0 mm). Shorten it."`,
    );
  });

  test('costs its own piece and no other, and leaves no page behind', async () => {
    const { pdf, printed, unprintable } = await render([designed(fill(LETTER, { ...values, greeting: sentence.repeat(3) })), designed(fill(LETTER, values), 1)]);
    expect(unprintable.map(({ touchId, error }) => [touchId, error.field])).toEqual([['spring/p-0/letter/1', 'greeting']]);
    expect(printed.map(({ firstPage }) => firstPage)).toEqual([1]);
    expect((await inspectPdf(pdf)).pages).toHaveLength(1);
  });

  test('a name of sixty characters, letters from right to left, emoji: each is an error that names the field, and never what is in it', async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft';
    expect(await problemOf(fill(LETTER, { ...values, greeting: `${name}${name}` }))).toMatch(/^TextTooLong: Expected every word of greeting to fit 90\.0 mm at 8 pt, got one of \d+\.\d mm/);
    expect(await problemOf(fill(LETTER, { ...values, greeting: 'שלום' }))).toMatchInlineSnapshot(`"CharacterNotInFont: Expected greeting in Latin letters, got 'ש' (U+05E9), writing from right to left, which can’t be set. Write it in Latin letters."`);
    expect(await problemOf(fill(LETTER, { ...values, greeting: 'Bonjour 🎉' }))).toMatchInlineSnapshot(`"CharacterNotInFont: Expected greeting in Latin letters, got '🎉' (U+1F389), an emoji. Take it out."`);
  });
});

describe('a designed postcard', () => {
  let folder: Awaited<ReturnType<typeof openFolder>>;
  let pdf: URL;
  let red: URL;
  beforeAll(async () => {
    folder = await openFolder();
    pdf = await folder.write('card.pdf', await artwork({ width: 210, height: 148, slug: 7, pages: 2 }));
    red = await folder.write('red.png', png({ width: 720, height: 480 }));
  });
  afterAll(() => folder.close());

  const back = { to: address(), greeting: text({ x: 10, y: 10, width: 80, height: 6, size: 11 }) };

  test('whose front has no field of its own has it among the fronts, once for all', async () => {
    const CARD = design({ format: 'a5-postcard', pages: [{ background: { pdf, page: 1 } }, { fields: back }] });
    const run = await render(['Bonjour Élodie,', 'Bonjour Jean,'].map((greeting, index) => designed(fill(CARD, { greeting }), index)));
    expect(run.printed.map(({ firstPage, lastPage, frontPage }) => [firstPage, lastPage, frontPage])).toEqual([[1, 1, 1], [2, 2, 1]]);
    expect((await inspectPdf(run.fronts!)).pages).toEqual([{ mediaBox: [0, 0, 216, 154], bleedBox: [0, 0, 216, 154], trimBox: [3, 3, 210, 148] }]);
    // The designer's ink reaches the bleed's edge, and comes from the middle of a larger page.
    expect(new Set((await coloursOf(run.fronts!, { at: [[-2.8, -2.8], [100, 70], [212.8, 150.8]] })).map(String)).size).toBe(1);
  });

  test('whose front differs from piece to piece has both sides in the run’s PDF', async () => {
    const CARD = design({ format: 'a5-postcard', pages: [{ background: { pdf }, fields: { photo: image({ x: 60, y: 40, width: 60, height: 40 }) } }, { background: { pdf, page: 2 }, fields: back }] });
    const other = await folder.write('blue.png', png({ width: 720, height: 480, colour: [20, 60, 200] }));
    const run = await render([red, other, red].map((photo, index) => designed(fill(CARD, { photo, greeting: 'Bonjour,' }), index)));
    expect(run.fronts).toBeNull();
    expect(run.printed.map(({ firstPage, lastPage }) => [firstPage, lastPage])).toEqual([[1, 2], [3, 4], [5, 6]]);
    const middle = { at: [[90, 60]] as const };
    const [first, second] = [await coloursOf(run.pdf, middle), await coloursOf(run.pdf, { ...middle, page: 3 })];
    expect(first[0]![0]).toBeGreaterThan(180);
    expect(second[0]![2]).toBeGreaterThan(180);
  });

  test('has the hash of its content, wherever its files lie', async () => {
    const other = await openFolder();
    const hashes = [];
    for (const place of [folder, other]) {
      const CARD = design({ format: 'a5-postcard', pages: [{ background: { pdf: await place.write('card.pdf', await artwork({ width: 210, height: 148 })) }, fields: { photo: image({ x: 60, y: 40, width: 60, height: 40 }) } }, { fields: back }] });
      const { printed } = await render([designed(fill(CARD, { photo: await place.write('red.png', png({ width: 720, height: 480 })), greeting: 'Bonjour,' }))]);
      hashes.push(printed[0]!.sha256);
    }
    await other.close();
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('beside house cards in one run: each on its own sheet', async () => {
    const CARD = design({ format: 'a5-postcard', pages: [{ background: { pdf } }, { fields: back }] });
    const run = await render([samplePiece(1), designed(fill(CARD, { greeting: 'Bonjour,' }))]);
    expect((await inspectPdf(run.pdf)).pages.map(({ trimBox }) => trimBox.slice(2))).toEqual([[148, 105], [210, 148]]);
    expect(run.printed.map(({ frontPage }) => frontPage)).toEqual([1, 2]);
  });

  test('of a coarse picture is printed with a warning, of a very coarse one not', async () => {
    const CARD = design({ format: 'a5-postcard', pages: [{ fields: { photo: image({ x: 10, y: 10, width: 90, height: 60 }) } }, { fields: back }] });
    const warned = await render([0, 1].map((index) => designed(fill(CARD, { photo: red, greeting: 'Bonjour,' }), index)));
    expect(warned.warnings).toEqual([{ pieces: 2, message: 'Expected at least 250 pixels per inch for photo, got 203: 720 × 480 pixels on 90.0 × 60.0 mm. Give it a larger picture.' }]);
    const LARGE = design({ format: 'a5-postcard', pages: [{ fields: { photo: image({ x: 10, y: 10, width: 180, height: 120 }) } }, { fields: back }] });
    expect(await problemOf(fill(LARGE, { photo: red, greeting: 'Bonjour,' }))).toBe('ImageTooCoarse: Expected at least 150 pixels per inch for photo, got 102: 720 × 480 pixels on 180.0 × 120.0 mm. Give it a larger picture.');
  });

  test('filled by untyped code with the wrong kind of value is an error on the piece', async () => {
    const CARD = design({ format: 'a5-postcard', pages: [{}, { fields: back }] });
    const wrong = fill(CARD, { greeting: 'x' }) as { design: typeof CARD; values: Record<string, string> };
    expect(await problemOf({ ...wrong, values: {} } as never)).toBe("BadContent: Expected greeting to be a text, got none. Fill it in the message's content.");
  });
});
