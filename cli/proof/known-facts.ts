import { z, type ZodObject } from 'zod';

/** Facts to show pieces with, and where each comes from. */
export interface KnownFacts {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly given: readonly string[];
  readonly drawn: readonly string[];
}

/**
 * The facts of somebody: what is given, the rest as drawn; checked as an import checks them.
 *
 * @throws Error that names every fact that is unknown or can't be so.
 * @example knownFacts(content.facts, { given: { boilerAge: 22 }, drawn: { boilerAge: 7, energy: 'gas' } }).facts.energy // 'gas'
 */
export function knownFacts(schema: ZodObject, { given, drawn }: { given: Readonly<Record<string, unknown>>; drawn: object }): KnownFacts {
  const known = Object.keys(schema.shape);
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`Expected --facts to be of ${known.join(', ')}, got ${unknown.map((name) => `'${name}'`).join(', ')}. Add a fact to the scenario's facts.ts, or leave it out.`);
  const parsed = schema.safeParse({ ...drawn, ...given });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}${given[String(issue.path[0])] === undefined ? '' : `, got ${JSON.stringify(given[String(issue.path[0])])}`}`);
    throw new Error(`Expected --facts as the scenario's facts.ts says, got:\n${problems.join('\n')}`);
  }
  const facts = parsed.data;
  const names = Object.keys(facts).filter((name) => facts[name] !== undefined);
  return { facts, given: names.filter((name) => name in given), drawn: names.filter((name) => !(name in given)) };
}

/**
 * What `--facts` holds.
 *
 * @throws Error when it is not a JSON object.
 */
export function parseFacts(text: string): Record<string, unknown> {
  const expected = (got: string) => new Error(`Expected --facts to be a JSON object such as '{"boilerAge": 22}', got ${got}. In a shell, put it between single quotes.`);
  try {
    const parsed = z.record(z.string(), z.unknown()).safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (error instanceof SyntaxError) throw expected(`${text} (${error.message})`);
    throw error;
  }
  throw expected(text);
}
