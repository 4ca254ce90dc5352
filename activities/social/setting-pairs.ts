import { z } from 'zod';

/**
 * A setting of pairs, such as `warm-heating=120330000012345,owners=120330000067890`.
 *
 * @param value what a value must look like
 * @param shape in words, for the error
 */
export function pairs(value: RegExp, shape: string) {
  return z
    .string()
    .default('')
    .transform((text) => text.split(',').map((pair) => pair.trim()).filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()] as const))
    .refine((all) => all.every(([name, given]) => name !== '' && value.test(given)), `Expected pairs such as ${shape}, parted by commas`)
    .transform((all): Record<string, string> => Object.fromEntries(all));
}
