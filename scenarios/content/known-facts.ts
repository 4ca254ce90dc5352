import type { output, ZodObject } from 'zod';

/**
 * Makes a scenario's reader of the facts that a page is drawn from: those that its schema knows, or none when one of them is not as it should be. To be
 * made once: a schema is compiled where it is first used.
 *
 * @example
 * const known = knownBy(schema);
 * known(context.facts).boilerAge // 16, or undefined
 */
export function knownBy<Schema extends ZodObject>(schema: Schema): (facts: Readonly<Record<string, unknown>>) => Partial<output<Schema>> {
  const lenient = schema.partial().catch({});
  return (facts) => lenient.parse(facts) as Partial<output<Schema>>;
}
