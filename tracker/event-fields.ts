import { z } from 'zod';

/** Fields that all events of services have in common. */
export const text = (longest: number) => z.string().trim().min(1).max(longest);

export const CAMPAIGN_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
export const EVIDENCE = ['human', 'bot', 'scan', 'logical', 'estimated'] as const;

/** Milliseconds by which a sender's clock may be ahead. */
const AHEAD = 5 * 60_000;

/** When it happened, in the world's time; a time that has come. */
export const happenedAt = z.iso
  .datetime({ offset: true })
  .transform((at) => new Date(at))
  .refine((at) => at.getTime() <= Date.now() + AHEAD, 'Expected a time that has come')
  .optional();
