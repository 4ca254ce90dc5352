import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { address, rectangle, voucher } from '../../../../scenarios/content/design-fields.ts';
import { design, fill } from '../../../../scenarios/content/design.ts';
import type { VoucherField } from '../../../../scenarios/content/index.ts';
import { isChecked, voucherOfLink, withCheck } from '../../../../scenarios/content/voucher-code.ts';
import { tokenOfVoucher } from '../../../../tracker/link-token.ts';
import { inspectPdf } from '../pdf-inspection.ts';
import { openFolder } from './artwork.ts';
import { designed, problemOf, render, textsOf } from './designed.ts';

const SYMBOLS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

describe('a code’s check symbol', () => {
  test('is the one that the standards’ own examples have', () => {
    expect(withCheck('400638133393', 'ean-13')).toBe('4006381333931');
    expect(withCheck('A12425GABC1234002', 'iso-7064')).toBe('A12425GABC1234002M');
    expect(withCheck('7KQ9XM2PAB', 'mod-31')).toBe('7KQ9XM2PABJ');
  });

  test('gives away every symbol that is mistyped, and every two that are swapped', () => {
    for (const check of ['mod-31', 'iso-7064'] as const) {
      const code = withCheck('7KQ9XM2PAB', check);
      for (let at = 0; at < code.length; at++) {
        const having = (symbol: string): string => code.slice(0, at) + symbol + code.slice(at + 1);
        expect([...SYMBOLS].filter((symbol) => isChecked(having(symbol), check))).toEqual(SYMBOLS.includes(code[at]!) ? [code[at]] : []);
      }
    }
    const code = withCheck('7KQ9XM2PAB', 'mod-31');
    for (let left = 0; left < code.length; left++) {
      for (let right = left + 1; right < code.length; right++) {
        const symbols = [...code];
        [symbols[left], symbols[right]] = [symbols[right]!, symbols[left]!];
        expect(isChecked(symbols.join(''), 'mod-31')).toBe(false);
      }
    }
  });

  test('is none of a code that is too short, or has other symbols', () => {
    for (const [code, check] of [
      ['', 'none'],
      ['4006381333930', 'ean-13'],
      ['400638133393', 'ean-13'],
      ['0', 'mod-31'],
      ['7kq9xm2pabj', 'mod-31'],
    ] as const)
      expect(isChecked(code, check)).toBe(false);
  });

  test('a personal address’s voucher is its token, and finds it, with the symbol or without', () => {
    expect(voucherOfLink('https://parcours.example/p/elodie-martin-roux-7kq9xm2pab')).toBe('7KQ9XM2PABJ');
    expect([tokenOfVoucher('7kq9x-m2pab-j'), tokenOfVoucher('7KQ9X M2PAB'), tokenOfVoucher('7KQ9XM2PABK')]).toEqual(['7KQ9XM2PAB', '7KQ9XM2PAB', '7KQ9XM2PABK']);
    expect(() => voucherOfLink(undefined)).toThrow('Expected a personal address that ends in a token, got none. Give the message its links.');
  });
});

const cardWith = (setting: Partial<VoucherField>) =>
  design({
    format: 'a5-postcard',
    pages: [
      {},
      {
        drawn: [rectangle({ x: -3, y: -3, width: 108, height: 120, colour: [0.3, 0, 0.3, 0] })],
        fields: { to: address(), code: voucher({ x: 15, y: 40, width: 60, height: 24, barcode: 'code-128', check: 'none', ...setting }) },
      },
    ],
  });

describe('a voucher on paper', () => {
  let folder: Awaited<ReturnType<typeof openFolder>>;
  beforeAll(async () => {
    folder = await openFolder();
  });
  afterAll(() => folder.close());

  /** What a reader that we did not write finds on the page's pixels. */
  async function read(pdf: Uint8Array): Promise<string> {
    const file = fileURLToPath(await folder.write('voucher.pdf', pdf));
    await promisify(execFile)('pdftoppm', ['-r', '300', '-png', '-singlefile', file, file]);
    const { stdout } = await promisify(execFile)('zbarimg', ['--quiet', `${file}.png`]);
    return stdout.trim();
  }

  test.each([
    ['code-128', 'mod-31', '3RTW8HNKVCQ', '3RTW8-HNKVC-Q', 'CODE-128:3RTW8HNKVCQ'],
    ['ean-13', 'ean-13', '4006381333931', undefined, 'EAN-13:4006381333931'],
  ] as const)('is read from pixels, and stands in clear under it (%s)', async (barcode, check, code, clear, found) => {
    const run = await render([designed(fill(cardWith({ barcode, check }), { code }))]);
    expect(run.unprintable).toEqual([]);
    expect(await read(run.pdf)).toBe(found);
    const [text] = await textsOf(run.pdf);
    expect(text?.replace(/\s/g, '')).toContain(clear ?? code);
  });

  test('as Data Matrix has its finder pattern, in black ink alone', async () => {
    const { pdf, unprintable } = await render([designed(fill(cardWith({ barcode: 'data-matrix', width: 20, bare: true, height: 20 }), { code: '3RTW8HNKVC' }))]);
    expect(unprintable).toEqual([]);
    const page = (await inspectPdf(pdf)).operators.find((each) => each.startsWith('/Shell Do'))!;
    expect(new Set([...page.matchAll(/([\d. ]+) k$/gm)].map(([, ink]) => ink))).toEqual(new Set(['0 0 0 1', '0 0 0 0']));
    const [, ...modules] = [...page.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map(([, x, y]) => [Number(x), Number(y)] as const);
    const [left, bottom] = [Math.min(...modules.map(([x]) => x)), Math.min(...modules.map(([, y]) => y))];
    const size = new Set(modules.map(([x]) => x)).size;
    expect(modules.filter(([x]) => x === left)).toHaveLength(size);
    expect(modules.filter(([, y]) => y === bottom)).toHaveLength(size);
  });

  test('with a wrong check symbol, or no room, or symbols that its barcode lacks, is not printed; the code is not told', async () => {
    expect(await problemOf(fill(cardWith({ check: 'mod-31' }), { code: '3RTW8HNKVCN' }))).toMatchInlineSnapshot(
      `"BadVoucher: Expected code to be a code whose last symbol follows from the others (mod-31), got one that does not. Make it with withCheck."`,
    );
    expect(await problemOf(fill(cardWith({ width: 20 }), { code: '3RTW8HNKVCQ' }))).toMatchInlineSnapshot(
      `"BadVoucher: Expected code to have modules of at least 0.25 mm in 20 × 24 mm, got 0.114 mm. Give it more room."`,
    );
    expect(await problemOf(fill(cardWith({}), { code: 'ÉTÉ-2027' }))).toMatchInlineSnapshot(`""`);
  });
});
