import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { kept, type FigureQuery } from './kept.ts';

/** An arm of a message. */
export interface VariantCount {
  readonly variant: string;
  /** Sent, and not recalled. */
  readonly touches: number;
  readonly cost: number;
  /** Touches that a person answered in any way, and whose journeys reached the goal. */
  readonly answered: number;
  readonly converted: number;
  /** Touches by kind of report, each counted once a kind. */
  readonly answers: Readonly<Record<string, number>>;
}

/** A message with its variants, in order of name. */
export interface VariantsOfMessage {
  readonly message: string;
  readonly medium: TouchMedium;
  readonly variants: readonly VariantCount[];
}

const MEASURES = ['touches', 'answered', 'converted'];

/** What each variant of each message brought. An arm that nobody answered is there with zeros. */
export async function variantsOf(query: FigureQuery): Promise<VariantsOfMessage[]> {
  const messages = new Map<string, { message: string; medium: TouchMedium; variants: Map<string, VariantCount & { answers: Record<string, number> }> }>();
  for (const { key: [message, medium, variant, measure], count, amount } of await kept<[string, TouchMedium, string, string]>(query, 'variants')) {
    const of = messages.get(message) ?? { message, medium, variants: new Map() };
    messages.set(message, of);
    const arm = of.variants.get(variant) ?? { variant, touches: 0, cost: 0, answered: 0, converted: 0, answers: {} };
    const more = MEASURES.includes(measure) ? { [measure]: count, ...(measure === 'touches' ? { cost: amount } : {}) } : { answers: { ...arm.answers, [measure]: count } };
    of.variants.set(variant, { ...arm, ...more });
  }
  const byName = <Named>(named: Iterable<Named>, name: (one: Named) => string) => [...named].sort((one, other) => (name(one) < name(other) ? -1 : 1));
  return byName(messages.values(), ({ message }) => message).map((one) => ({ ...one, variants: byName(one.variants.values(), ({ variant }) => variant) }));
}
