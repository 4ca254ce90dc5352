import { z } from 'zod';

/** What the scenario knows of a reader: no name and no address, since facts stay in Temporal's history. */
export const facts = z.object({
  /** The nearest shop, by its town or quarter. */
  store: z.string().min(1).max(60),
  /** Kilometres to it. */
  storeDistance: z.coerce.number().min(0).max(500),
  customer: z.enum(['yes', 'no']),
  /** Learned: what they like to read. */
  reads: z.enum(['novels', 'crime', 'children']).optional(),
});

export type StarterFacts = z.infer<typeof facts>;
