import type { Report } from './runtime.ts';

/** Under this name a report's data carries what was inferred about the person when it was stored. */
export const INFERRED = 'inferred';

/** Facts that were inferred, with how each is known, such as `inferred:clicks`. */
export type InferredFacts = Readonly<Record<string, { readonly value: unknown; readonly source: string }>>;

/** The facts that a report brings with it. */
export function inferredIn({ data }: Report): readonly [string, InferredFacts[string]][] {
  return data && INFERRED in data ? Object.entries(data[INFERRED] as InferredFacts) : [];
}
