import { z } from 'zod';

/** What the house knows of a customer who has not ordered for a while, and what they add. */
export const facts = z.object({
  /** Months since the last order. */
  monthsAway: z.coerce.number().int().min(1).max(120),
  /** Orders before that. */
  orders: z.coerce.number().int().min(1).max(999),
  /** What they bought most. */
  favourite: z.enum(['espresso', 'filter', 'decaf', 'beans']),
  /** Learned: why they stayed away. */
  reason: z.enum(['forgot', 'price', 'taste', 'stopped']).optional(),
});

export type LapsedFacts = z.infer<typeof facts>;
