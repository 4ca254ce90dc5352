import { describe, expect, test } from '@jest/globals';
import { ALPHABET, makeToken, TOKEN_PATTERN, tokensMeant } from '../../store/tokens.ts';

describe('a token', () => {
  test('has 31 symbols to choose from, none of them easily misread', () => {
    expect(new Set(ALPHABET).size).toBe(31);
    expect(ALPHABET).not.toMatch(/[01ILO]/);
  });

  test('is ten of them, each used about equally often, and does not repeat', () => {
    const tokens = Array.from({ length: 10_000 }, makeToken);
    expect(tokens.every((token) => TOKEN_PATTERN.test(token))).toBe(true);
    expect(new Set(tokens).size).toBe(tokens.length);
    const counts = new Map([...ALPHABET].map((symbol) => [symbol, 0]));
    for (const symbol of tokens.join('')) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    // 100,000 symbols, 3,226 of each expected, with a standard deviation of 56: seven of those either way.
    for (const count of counts.values()) expect(Math.abs(count - 100_000 / 31)).toBeLessThan(400);
  });

  test('is known in any letter case, and only whole', () => {
    expect(TOKEN_PATTERN.test('7kq9xm2pab')).toBe(true);
    for (const wrong of ['7KQ9XM2PA', '7KQ9XM2PABC', '7KQ9XM2PA0', '7KQ9XM2PAI', '7KQ9XM2PAB\n', ' 7KQ9XM2PAB', '']) expect(TOKEN_PATTERN.test(wrong)).toBe(false);
  });
});

describe('what a reader typed', () => {
  test.each([
    ['as it is printed', '7KQ9XM2PAB', ['7KQ9XM2PAB']],
    ['in small letters', '7kq9xm2pab', ['7KQ9XM2PAB']],
    ['a nought for a Q or D', '7K09XM2PAB', ['7KQ9XM2PAB', '7KD9XM2PAB']],
    ['an o for a Q or D', '7ko9xm2pab', ['7KQ9XM2PAB', '7KD9XM2PAB']],
    ['a one for a 7, J or T', '1KQ9XM2PAB', ['7KQ9XM2PAB', 'JKQ9XM2PAB', 'TKQ9XM2PAB']],
    ['two misread symbols', '1K09XM2PAB', ['7KQ9XM2PAB', 'JKQ9XM2PAB', 'TKQ9XM2PAB', '7KD9XM2PAB', 'JKD9XM2PAB', 'TKD9XM2PAB']],
    ['three', '1K09XM2PAO', []],
    ['too few', '7KQ9XM2PA', []],
    ['a sign', '7KQ9-M2PAB', []],
  ])('%s: %s', (_, typed, meant) => {
    expect(tokensMeant(typed).sort()).toEqual([...meant].sort());
  });
});
