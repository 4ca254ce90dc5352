/** The messages of boiler-renewal by name. Exports only. */
import type { MessagesOf } from '../../content/message.ts';
import { followUs } from './follow-us.tsx';
import { reminderCard } from './reminder-card.ts';
import { reminderEmail } from './reminder-email.tsx';
import { renewalPostcard } from './renewal-postcard.ts';
import { thankYou } from './thank-you.tsx';

export const messages = {
  'renewal-postcard': renewalPostcard,
  'reminder-card': reminderCard,
  'reminder-email': reminderEmail,
  'thank-you': thankYou,
  'follow-us': followUs,
};
export type BoilerMessages = MessagesOf<typeof messages>;
