/** The messages of equipment-renewal by name. Exports only. */
import type { MessagesOf } from '../../content/message.ts';
import { quoteVisit } from './quote-visit.tsx';
import { replacementLetter } from './replacement-letter.ts';
import { serviceCard } from './service-card.ts';
import { serviceEmail } from './service-email.tsx';
import { visitConfirmed } from './visit-confirmed.tsx';

export const messages = {
  'service-email': serviceEmail,
  'service-card': serviceCard,
  'visit-confirmed': visitConfirmed,
  'replacement-letter': replacementLetter,
  'quote-visit': quoteVisit,
};
export type EquipmentMessages = MessagesOf<typeof messages>;
