/** The audiences of win-back by name. Exports only. */
import type { AudiencesOf } from '../../content/audience.ts';

export const audiences = {
  'montcanel-away': { description: 'Former customers who did not answer: sees the new roasts for two months, no offer', stays: '60 days' },
} as const;
export type WinBackAudiences = AudiencesOf<typeof audiences>;
