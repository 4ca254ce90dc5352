/** The messages of boiler-renewal by name. Exports only. */
import type { EmailMessage, MessagesOf, PrintMessage } from '../../content/index.ts';

export declare const messages: {
  'renewal-postcard': PrintMessage<{ offer: 'replace' | 'service' }>;
  'reminder-card': PrintMessage<{ offer: 'replace' | 'service' }>;
  'reminder-email': EmailMessage<'email', { offer: 'replace' | 'service' }>;
  'thank-you': EmailMessage<'email', { interest: 'replace' | 'service' | 'advice'; store: string }>;
  'follow-us': EmailMessage<'social', { page: 'facebook' }>;
};
export type BoilerMessages = MessagesOf<typeof messages>;
