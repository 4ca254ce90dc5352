/** The messages of win-back by name. Exports only. */
import type { MessagesOf } from '../../content/message.ts';
import { comeBackCard } from './come-back-card.ts';
import { comeBackMail } from './come-back-mail.tsx';
import { lastCard } from './last-card.ts';
import { yourWay } from './your-way.tsx';

export const messages = {
  'come-back-mail': comeBackMail,
  'come-back-card': comeBackCard,
  'your-way': yourWay,
  'last-card': lastCard,
};
export type WinBackMessages = MessagesOf<typeof messages>;
