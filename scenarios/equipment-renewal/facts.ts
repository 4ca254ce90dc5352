import { z } from 'zod';

/** What the scenario knows of an installation under contract. */
export const facts = z.object({
  equipment: z.enum(['gas-boiler', 'oil-boiler', 'heat-pump', 'wood-stove']),
  /** The year in which it was installed. */
  installedYear: z.coerce.number().int().min(1970).max(2100),
  /** The month in which its service falls due, 1 to 12. */
  serviceMonth: z.coerce.number().int().min(1).max(12),
  /** The agency that looks after it, by its town. */
  agency: z.string().min(1).max(60),
  /** Learned, this season's answer: what they want, and when the fitter may come. */
  wish: z.enum(['visit', 'replace', 'later']).optional(),
  slot: z.enum(['morning', 'afternoon', 'saturday']).optional(),
});

export type EquipmentFacts = z.infer<typeof facts>;
