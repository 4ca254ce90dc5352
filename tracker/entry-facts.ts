import type { ZodObject } from 'zod';
import type { FieldProblem } from './entries.ts';

interface EntryFacts {
  /** The scenario's schema of facts. */
  readonly schema: ZodObject;
  /** The event's. */
  readonly given: Readonly<Record<string, unknown>>;
  /** What is known of the prospect already. */
  readonly known: Readonly<Record<string, unknown>>;
}

/**
 * Checks the facts of an entry event: each by the scenario's schema, none that the schema has not (it could be a name or an address, and facts stay in
 * histories for ever), and with what is known of the prospect all that the scenario needs.
 *
 * @returns the facts of the journey as the schema reads them, what it fills in included; or every problem.
 */
export function checkEntryFacts({ schema, given, known }: EntryFacts): { facts: Record<string, unknown>; problems: FieldProblem[] } {
  const strange = Object.keys(given).filter((name) => !(name in schema.shape));
  const problems = strange.map((name) => ({ field: `facts.${name}`, message: `Expected a fact of the scenario (${Object.keys(schema.shape).join(', ')}), got one that it does not know` }));
  const read = schema.safeParse({ ...known, ...given });
  for (const { path, message } of read.error?.issues ?? []) problems.push({ field: ['facts', ...path].join('.'), message });
  if (!read.success || problems.length > 0) return { facts: {}, problems };
  return { facts: Object.fromEntries(Object.entries(read.data).filter(([name]) => name in given || !(name in known))), problems };
}
