import type { ZodObject, core } from 'zod';
import type { Cells, RowOptions } from './prospect-row.ts';

export interface FactsRead {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly problems: readonly { readonly fact: string; readonly expected: string }[];
}

/** Reads the facts of a row by the scenario's schema. A blank cell is a fact that is not known. */
export function readFacts(cells: Cells, { facts: schema, decimalComma }: Pick<RowOptions, 'facts' | 'decimalComma'>): FactsRead {
  const given: Record<string, string> = {};
  for (const fact of Object.keys(schema.shape)) {
    const value = cells[fact];
    if (value !== undefined) given[fact] = decimalComma ? withPoint(value, schema, fact) : value;
  }
  const read = schema.safeParse(given);
  if (read.success) return { facts: read.data, problems: [] };
  return { facts: {}, problems: read.error.issues.map((issue) => ({ fact: String(issue.path[0] ?? 'the facts'), expected: expectation(issue) })) };
}

/** `12,5` as `12.5` where only that is what the schema takes. */
function withPoint(value: string, schema: ZodObject, fact: string): string {
  if (!/^-?\d+,\d+$/.test(value) || schema.shape[fact]?.safeParse(value).success) return value;
  const pointed = value.replace(',', '.');
  return schema.shape[fact]?.safeParse(pointed).success ? pointed : value;
}

function expectation(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : issue.expected === 'string' ? 'text' : `a ${issue.expected}`;
    case 'too_small':
      return issue.origin === 'string' ? `at least ${issue.minimum} characters` : `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' ? `at most ${issue.maximum} characters` : `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
    default:
      return `as the scenario's schema says (${issue.message})`;
  }
}
