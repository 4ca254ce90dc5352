import { z } from 'zod';

/** What the shop tells about a cart that was left, and what the person adds. */
export const facts = z.object({
  /** Euros, tax included. */
  cartValue: z.coerce.number().min(1).max(20_000),
  /** Of the dearest thing in it. */
  category: z.enum(['town', 'touring', 'cargo', 'children', 'accessories']),
  /** Its name in the shop, such as `Flâneuse 7`. */
  product: z.string().min(1).max(30),
  items: z.coerce.number().int().min(1).max(99),
  /** The store nearest to them, by its town. */
  store: z.string().min(1).max(60),
  /** Learned: what holds them back. */
  hesitation: z.enum(['price', 'size', 'delivery', 'thinking']).optional(),
});

export type CartFacts = z.infer<typeof facts>;
