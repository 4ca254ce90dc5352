import { z, type ZodObject } from 'zod';
import type { Chances, FactChances } from '../../simulator/explore/index.ts';

interface Property {
  readonly type?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
}

/** A story begins on 2 November 2026: three days after, ten days, and in the next year. */
const DATES = ['2026-11-05', '2026-11-12', '2027-03-01'];

/** Numbers past this are bounds in name only, such as a schema's safe integers. */
const LARGEST = 1_000_000;

/**
 * Values worth trying of each fact: all words of an enumeration, and of a number its bounds and what lies on either side of each number that the
 * scenario's source names. A threshold in a path is a number in its source, so no branch hides between two of them.
 *
 * @param source of the version and of what it is made from
 * @example factChances(facts, 'journey.facts.boilerAge > 12').boilerAge.values // [0, 11, 12, 13, 60]
 */
export function factChances(schema: ZodObject, source: string): NonNullable<Chances['facts']> {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { unrepresentable: 'any' }) as { properties?: Record<string, Property>; required?: string[] };
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, { values: valuesOf(name, property, source), learnable: !required.includes(name) } satisfies FactChances]));
}

function valuesOf(name: string, { type, format, enum: words, minimum = 0, maximum = 100 }: Property, source: string): FactChances['values'] {
  if (words) return words;
  if (type === 'boolean') return [true, false];
  if (type === 'number' || type === 'integer') {
    const [low, high] = [Math.max(minimum, -LARGEST), Math.min(maximum, LARGEST)];
    const named = comparedWith(name, source, '-?\\d+(?:\\.\\d+)?').map(Number);
    const around = named.flatMap((number) => [number - 1, number, number + 1]).filter((number) => number > low && number < high);
    return [...new Set([low, ...around, high])].sort((one, other) => one - other);
  }
  if (format === 'date') return DATES;
  if (format === 'date-time') return DATES.map((date) => `${date}T09:00:00Z`);
  // Of a free text, what it is compared with, and something else.
  const texts = comparedWith(name, source, `'[^']*'|"[^"]*"`).map((text) => text.slice(1, -1));
  return [...new Set([...texts, `some ${name}`])];
}

/** Literals that stand next to the fact's name, across a comparison; of a number any in the source where none does. */
function comparedWith(name: string, source: string, literal: string): string[] {
  const after = new RegExp(`\\b${name}\\b\\s*(?:[<>]=?|[!=]==?)\\s*(${literal})`, 'g');
  const before = new RegExp(`(${literal})\\s*(?:[<>]=?|[!=]==?)\\s*(?:[\\w.?!]*\\.)?${name}\\b`, 'g');
  return [after, before].flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1]!));
}
