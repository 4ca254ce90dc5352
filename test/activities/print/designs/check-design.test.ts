import { describe, expect, test } from '@jest/globals';
import { designProblems } from '../../../../activities/print/designs/check-design.ts';
import { address, circle, image, paidMark, pageNumber, paragraphs, purl, qr, rectangle, text, voucher, words } from '../../../../scenarios/content/design-fields.ts';
import type { DesignPage, FormatName } from '../../../../scenarios/content/index.ts';
import { contentOf } from '../../../../scenarios/content/index.ts';
import { COME_BACK } from '../../../../scenarios/win-back/messages/come-back-design.ts';
import { LETTER } from '../../../../scenarios/equipment-renewal/messages/letter-design.ts';
import { fill } from '../../../../scenarios/content/design.ts';
import { problemOf } from './designed.ts';

const INK = [0.5, 0, 0, 0] as const;
const of = (format: FormatName, pages: readonly DesignPage[], continuation?: DesignPage) => designProblems({ format, pages, ...(continuation ? { continuation } : {}) });
const line = { width: 60, height: 6, size: 10 };

describe('a design is checked against its format', () => {
  test('those of the library have no problem', () => {
    expect([...Object.values(COME_BACK), ...Object.values(LETTER)].flatMap(designProblems)).toEqual([]);
    const printed = ['win-back.v1', 'equipment-renewal.v1'].flatMap((type) => Object.values(contentOf(type).messages).filter(({ medium }) => medium === 'print'));
    expect(printed.map((message) => 'format' in message && message.format)).toEqual(['a5-postcard', 'a6-postcard', 'a6-postcard', 'dl-letter-fr']);
  });

  test('words and fields stay in the safe area; ink may leave the page, but then by all of its bleed', () => {
    const front: DesignPage = {
      drawn: [
        rectangle({ x: -3, y: -3, width: 216, height: 154, colour: INK }),
        rectangle({ x: -1, y: 20, width: 40, height: 10, colour: INK }),
        circle({ x: 0, y: 0, radius: 20, colour: INK }),
        words({ text: 'x', x: 2, y: 10, ...line }),
      ],
      fields: { photo: image({ x: 180, y: 40, width: 31, height: 40 }), name: text({ x: 160, y: 60, ...line }) },
    };
    expect(of('a5-postcard', [front, { fields: { to: address() } }])).toMatchInlineSnapshot(`
     [
       "Expected page 1: photo to reach 3 mm over the trim where it goes over it, got 1 mm.",
       "Expected page 1: name to stay 4 mm inside the trim (210 mm × 148 mm), got 14 mm outside that.",
       "Expected page 1: drawn[1] to reach 3 mm over the trim where it goes over it, got 1 mm.",
       "Expected page 1: drawn[3] to stay 4 mm inside the trim (210 mm × 148 mm), got 2 mm outside that.",
     ]
    `);
  });

  test('the post’s zones stay free, the window as well, and codes stay off the fold', () => {
    expect(of('a5-postcard', [{}, { fields: { to: address(), name: text({ x: 120, y: 20, ...line }), web: purl({ x: 60, y: 130, ...line }) } }])).toMatchInlineSnapshot(`
     [
       "Expected page 2: name to leave the franking zone free (74 mm × 40 mm at 136 mm, 0 mm), got 44 mm × 6 mm in it.",
       "Expected page 2: web to leave the barcode zone free (140 mm × 20 mm at 70 mm, 128 mm), got 50 mm × 6 mm in it.",
     ]
    `);
    expect(of('dl-letter-fr', [{ fields: { to: address(), subject: text({ x: 25, y: 60, ...line, width: 90 }), scan: qr({ x: 25, y: 85, size: 30 }) } }])).toMatchInlineSnapshot(`
     [
       "Expected page 1: subject to leave the window free (110 mm × 46 mm at 90 mm, 44 mm), got 25 mm × 6 mm in it.",
       "Expected page 1: subject to leave the address free (79 mm × 23.6 mm at 110 mm, 55.2 mm), got 5 mm × 6 mm in it.",
       "Expected page 1: scan, a code, to be 2 mm away from the fold at 99 mm, got 85 mm to 115 mm.",
     ]
    `);
    expect(of('a5-self-mailer', [{ fields: { to: address() } }, { fields: { code: voucher({ x: 20, y: 140, width: 60, height: 20, barcode: 'code-128', check: 'none' }) } }]))
      .toMatchInlineSnapshot(`
     [
       "Expected page 2: code, a code, to be 2 mm away from the fold at 148.5 mm, got 140 mm to 160 mm.",
     ]
    `);
  });

  test('a line about the sender may stand over the address in a German window', () => {
    const sender = words({ text: 'Airelune, 8 allée des Horlogers', x: 25, y: 56, width: 70, height: 4, size: 6 });
    expect(of('dl-letter-din', [{ drawn: [sender], fields: { to: address() } }])).toEqual([]);
  });

  test('there is one address, where it belongs; none where the printer sets it', () => {
    expect(of('a5-postcard', [{ fields: { to: address() } }, {}])).toEqual(['Expected one address field on page 2 of a5-postcard, got some on page 1.']);
    expect(of('dl-letter-fr', [{}])).toEqual(['Expected one address field on page 1 of dl-letter-fr, got none.']);
    expect(of('us-4x6-postcard', [{}, { fields: { to: address() } }])).toEqual(['Expected no address field for us-4x6-postcard, whose printer sets the address, got 1.']);
    expect(of('us-4x6-postcard', [{}, { fields: { name: text({ x: 90, y: 50, ...line, width: 50 }) } }])).toEqual([
      'Expected page 2: name to leave the address zone free (83.4 mm × 60.3 mm at 65.2 mm, 38.1 mm), got 50 mm × 6 mm in it.',
    ]);
  });

  test('a QR code is as large as the printer asks', () => {
    expect(of('us-4x6-postcard', [{ fields: { scan: qr({ x: 10, y: 10, size: 22 }) } }, {}])).toEqual(['Expected page 1: scan, a QR code, to be 25.4 mm wide at least on us-4x6-postcard, got 22 mm.']);
  });

  test('pages, paid marks, sizes, and texts that go on', () => {
    const to = address();
    const body = (setting: object) => paragraphs({ x: 25, y: 110, width: 100, height: 60, size: 10, overflow: 'next-page', ...setting });
    expect(of('a5-postcard', [{ fields: { to } }])).toContain('Expected 2 pages for a5-postcard, got 1.');
    expect(of('dl-letter-fr', [{ drawn: [paidMark('PORT PAYÉ')], fields: { to } }])).toEqual([
      'Expected page 1: drawn[0], the mark of paid postage, on a page with a franking zone, got a page of dl-letter-fr without one.',
    ]);
    expect(
      of('dl-letter-fr', [{ fields: { to, name: text({ x: 25, y: 110, ...line, size: 9, least: 10 }), tiny: pageNumber({ x: 25, y: 120, ...line, size: 4, text: '{page}' }) } }]),
    ).toEqual(['Expected the smallest size of page 1: name to be 9 pt at most, its size, got 10 pt.', 'Expected page 1: tiny to be 4.5 pt or larger, got 4 pt.']);
    expect(of('dl-letter-fr', [{ fields: { to, body: body({}) } }])).toEqual(['Expected a continuation page with a paragraphs field body, where its text goes on, got none.']);
    expect(of('dl-letter-fr', [{ fields: { to, body: body({}) } }], { fields: { body: body({ width: 120 }) } })).toEqual([
      'Expected body to have the width, size and face of its first page (100 mm, 10 pt) on the continuation page, got 120 mm, 10 pt.',
    ]);
  });

  test('and costs the pieces in it, with all that is wrong at once', async () => {
    const design = { format: 'a5-postcard', pages: [{}, { fields: { name: text({ x: 120, y: 20, ...line }) } }] } as const;
    expect(await problemOf(fill(design as never, { name: 'x' } as never))).toBe(
      'BadDesign: Expected page 2: name to leave the franking zone free (74 × 40 mm at 136 mm, 0 mm), got 44 mm × 6 mm in it. Expected one address field on page 2 of a5-postcard, got none.'
        .replace('74 ×', '74 mm ×')
        .replace('40 mm at', '40 mm at'),
    );
  });
});
