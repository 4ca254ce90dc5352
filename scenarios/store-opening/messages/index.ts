/** The messages of store-opening by name. Exports only. */
import type { MessagesOf } from '../../content/message.ts';
import { appointmentNoted } from './appointment-noted.tsx';
import { doorsOpenSoon } from './doors-open-soon.tsx';
import { expectedToday } from './expected-today.tsx';
import { invitationCard } from './invitation-card.ts';

export const messages = {
  'invitation-card': invitationCard,
  'appointment-noted': appointmentNoted,
  'doors-open-soon': doorsOpenSoon,
  'expected-today': expectedToday,
};
export type OpeningMessages = MessagesOf<typeof messages>;
