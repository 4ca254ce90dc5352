import { z } from 'zod';

/** What is known of who answers: where the leaflet lay, and what they told us. */
export const facts = z.object({
  /** The code on the leaflet, and the name of its area. */
  areaCode: z.string().min(1).max(10),
  areaName: z.string().min(1).max(40),
  /** How often they would like a basket. */
  interest: z.enum(['weekly', 'fortnightly', 'once']),
  /** How many eat of it. */
  household: z.enum(['one-two', 'three-four', 'more']).optional(),
});

export type AreaFacts = z.infer<typeof facts>;
