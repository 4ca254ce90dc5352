import { z } from 'zod';

/** What the scenario knows of a household near a store that is to open. */
export const facts = z.object({
  /** The day on which the store opens, such as `2027-03-12`. */
  opening: z.iso.date(),
  store: z.enum(['lormoisy', 'port-ancelin']),
  /** Kilometres to it. */
  storeDistance: z.coerce.number().min(0).max(500),
  customer: z.enum(['yes', 'no']),
  /** Learned: when on the opening day they would like somebody to take time for them. */
  slot: z.enum(['morning', 'afternoon', 'evening']).optional(),
  /** Learned: what they would like to see. */
  room: z.enum(['living', 'bedroom', 'kitchen', 'lamps']).optional(),
});

export type OpeningFacts = z.infer<typeof facts>;
