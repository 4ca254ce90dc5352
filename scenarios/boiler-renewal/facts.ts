import { z } from 'zod';
import { appointmentTime } from '../content/appointment.ts';
import { clockTime } from '../content/clock-time.ts';

/** What the scenario knows of a household. */
export const facts = z.object({
  /** Years since the boiler was installed. */
  boilerAge: z.coerce.number().int().min(0).max(60),
  energy: z.enum(['gas', 'oil', 'wood', 'heat-pump']),
  /** Kilometres to the nearest store. */
  storeDistance: z.coerce.number().min(0).max(500),
  store: z.string().min(1).max(60),
  customer: z.enum(['yes', 'no']),
  /** Learned: what they want. */
  interest: z.enum(['replace', 'service', 'advice']).optional(),
  /** Learned: when they think of acting. */
  horizon: z.enum(['now', 'this-year', 'later']).optional(),
  /** Learned: when somebody may come to see the installation, where they live. */
  visit: appointmentTime.optional(),
  /** Inferred: by what they answer, and at what time of day. */
  preferredMedium: z.enum(['print', 'email']).optional(),
  bestHour: clockTime.optional(),
});

export type BoilerFacts = z.infer<typeof facts>;
