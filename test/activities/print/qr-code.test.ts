import { describe, expect, test } from '@jest/globals';
import { qrAdvice } from '../../../activities/print/qr-advice.ts';
import { qrCode } from '../../../activities/print/qr-code.ts';

/** Of this many characters before `/Q/` and the token. */
const address = (characters: number) => `https://${'bellebraise-chauffage-'.repeat(8).slice(0, characters - 16)}.example`;

describe('advice on a public address', () => {
  test('there is none while codes are of the usual size', () => {
    for (const url of ['http://127.0.0.1:8080', 'https://bellebraise.example', address(34)]) expect(qrAdvice(url)).toBeUndefined();
  });

  test('one character more makes the code grow, and saving it is the advice', () => {
    expect(qrAdvice(address(35))).toMatchObject({ characters: 48, version: 4, modules: 41, fits: true, save: 1 });
  });

  test('says in numbers what a long address costs, and what a longer one makes impossible', () => {
    expect([address(40), address(90), `${address(28)}/~mail_house`].map((url) => qrAdvice(url)?.message)).toMatchInlineSnapshot(`
     [
       "Expected a public address whose QR codes are of version 3 at most, got version 4: 53 characters make 41 modules, of 0.55 mm in 22.5 mm. Save 6 characters of PARCOURS_PUBLIC_URL for version 3: https://bellebraise-chauffage-be.example",
       "Expected a public address whose QR codes are of version 3 at most, got version 6: 103 characters make 49 modules, of 0.46 mm in 22.5 mm, but 0.5 mm is the least, 24.5 mm in all: no piece can be printed. Save 16 characters of PARCOURS_PUBLIC_URL for codes that fit: https://bellebraise-chauffage-bellebraise-chauffage-bellebraise-chauffage-bellebra.example",
       "Expected a public address whose QR codes are of version 3 at most, got version 4: 53 characters make 41 modules, of 0.55 mm in 22.5 mm. '~' keeps them out of the compact mode. Save 11 characters of PARCOURS_PUBLIC_URL for version 3: https://bellebraise-.example/~mail_house",
     ]
    `);
  });

  test('what it says fits is what can be drawn', () => {
    for (const characters of [34, 40, 54, 60, 74, 75, 90]) {
      const url = address(characters);
      const draw = () => qrCode(`${url}/Q/7KQ9XM2PAB`, { x: 0, y: 0, size: 22.5 });
      if (qrAdvice(url)?.fits === false) expect(draw).toThrow(/QrCodeTooLarge|Expected the QR code to fit 22.5 mm/);
      else expect(draw()).not.toHaveLength(0);
    }
  });

  test('follows the format: a larger code and a coarser press', () => {
    expect(qrAdvice(address(90), { size: 38 })).toMatchObject({ fits: true });
    expect(qrAdvice('https://bellebraise.example', { size: 22.5, smallestModule: 0.7 })).toMatchObject({ version: 3, fits: false });
  });
});

test('a code keeps to its box, its quiet zone and the compact mode', () => {
  const boxes = qrCode('https://bellebraise.example/q/7kq9xm2pab', { x: 7, y: 62, size: 22.5 });
  // Version 3 has 29 modules, with 4 of white on each side: in bytes it would be version 4.
  const module = 22.5 / 37;
  expect(Math.min(...boxes.map(({ x }) => x))).toBeCloseTo(7 + 4 * module, 6);
  expect(Math.max(...boxes.map(({ x, width }) => x + width))).toBeCloseTo(7 + 22.5 - 4 * module, 6);
  expect(boxes[0]!.height).toBeCloseTo(module, 6);
});
