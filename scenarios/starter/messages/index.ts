/** The messages of starter by name. Exports only. */
import type { MessagesOf } from '../../content/message.ts';
import { invitationPostcard } from './invitation-postcard.ts';
import { readingAdvice } from './reading-advice.tsx';

export const messages = {
  'invitation-postcard': invitationPostcard,
  'reading-advice': readingAdvice,
};
export type StarterMessages = MessagesOf<typeof messages>;
