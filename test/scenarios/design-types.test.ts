import { expect, test } from '@jest/globals';
import { address, image, paragraphs, qr, text, voucher } from '../../scenarios/content/design-fields.ts';
import { design, fill } from '../../scenarios/content/design.ts';
import type { DesignedMessage } from '../../scenarios/content/index.ts';

const area = { x: 20, y: 110, width: 100, height: 20, size: 10 };
const photo = new URL('photo.jpg', import.meta.url);

const CARD = design({
  format: 'a5-postcard',
  pages: [{ fields: { photo: image(area), name: text(area) } }, { fields: { name: text(area), body: paragraphs(area), code: voucher({ ...area, barcode: 'code-128', check: 'mod-31' }), scan: qr({ x: 1, y: 1, size: 20 }), to: address() } }],
});
const LETTER = design({ format: 'dl-letter-fr', pages: [{ fields: { body: paragraphs(area), to: address() } }], continuation: { fields: { body: paragraphs(area), heading: text(area) } } });
const BARE = design({ format: 'us-letter', pages: [{}] });

/**
 * A test of types: it passes by compiling. Each line under `@ts-expect-error` must be refused by the compiler, or the type-check of
 * `npm test` fails; the body is never run.
 */
export function mustNotCompile(): void {
  const values = { photo, name: 'Élodie', body: ['Bonjour.'], code: '7KQ9XM2PABJ' };
  fill(CARD, values);
  fill(LETTER, { body: [], heading: 'Suite' });
  fill(BARE, {});

  // @ts-expect-error a value is missing
  fill(CARD, { photo, name: 'Élodie', body: ['Bonjour.'] });
  // @ts-expect-error misspelt
  fill(CARD, { ...values, nmae: 'Élodie' });
  // @ts-expect-error a text is not a list of paragraphs
  fill(CARD, { ...values, body: 'Bonjour.' });
  // @ts-expect-error paragraphs are not a text
  fill(CARD, { ...values, name: ['Élodie'] });
  // @ts-expect-error a picture is a file, not its name
  fill(CARD, { ...values, photo: 'photo.jpg' });
  // @ts-expect-error the QR code is the piece's own
  fill(CARD, { ...values, scan: 'https://example.com' });
  // @ts-expect-error what the continuation asks for is asked for
  fill(LETTER, { body: [] });
  // @ts-expect-error no such format
  design({ format: 'a3-poster', pages: [] });
  // @ts-expect-error no such field
  design({ format: 'a5-postcard', pages: [{ fields: { film: { kind: 'film' } } }] });
  // @ts-expect-error a text has a size
  text({ x: 1, y: 1, width: 1, height: 1 });

  const rest = { medium: 'print', purpose: 'marketing', cost: 1, sample: {}, paper: '', postageClass: '', deliveryDays: 3, page: 'x' } as const;
  const letter: DesignedMessage<object, 'dl-letter-fr'> = { ...rest, format: 'dl-letter-fr', content: () => fill(LETTER, { body: [], heading: '' }) };
  // @ts-expect-error a design of another format
  const other: DesignedMessage<object, 'dl-letter-fr'> = { ...rest, format: 'dl-letter-fr', content: () => fill(BARE, {}) };
  void [letter, other];
}

test('what must not compile does not: checked by the compiler', () => {
  expect(mustNotCompile).toBeInstanceOf(Function);
});
