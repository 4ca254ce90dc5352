/** Under this name a report's data carries what was inferred about the person when it was stored. */
export const INFERRED = 'inferred';

/** Facts that were inferred, with how each is known, such as `inferred:clicks`. */
export type InferredFacts = Readonly<Record<string, { readonly value: unknown; readonly source: string }>>;
