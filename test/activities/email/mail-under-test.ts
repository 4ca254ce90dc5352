import { expect } from '@jest/globals';
import { PermanentError, RetryableError } from '../../../activities/errors.ts';
import type { Mail } from '../../../activities/email/mail-provider.ts';
import { messageIdOf } from '../../../activities/email/message-id.ts';
import type { SandboxMail } from '../../../sandbox/index.ts';

export const domain = 'mail.bellebraise.example';
export const touch = 'spring/p-001/thank-you/1';

/** A mail of Mailgun's tests and of SMTP's. */
export const letter: Mail = {
  messageId: messageIdOf(touch, domain),
  from: 'Bellebraise <bonjour@mail.bellebraise.example>',
  to: 'jean.dupont@courrier.example',
  subject: 'Merci Jean, parlons de votre prochaine chaudière',
  html: '<p>Bonjour Jean, déjà l’été</p>',
  text: 'Bonjour Jean, déjà l’été\n',
  headers: { 'List-Unsubscribe': '<https://parcours.example/u/7KQ9XM2PAB>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  tags: ['thank-you', 'warm'],
  touch,
};

/** The mails that a sandbox has taken. */
export async function keptAt(url: string): Promise<SandboxMail[]> {
  return ((await (await fetch(`${url}/sandbox/messages`)).json()) as { messages: SandboxMail[] }).messages;
}

/** Has a sandbox do something wrong. */
export async function askFor(url: string, fault: object): Promise<void> {
  expect((await fetch(`${url}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fault) })).status).toBe(201);
}

/** The error of an attempt that must fail, in one of our two kinds. */
export async function refusal(attempt: Promise<unknown>): Promise<PermanentError | RetryableError> {
  const error = await attempt.then(
    () => expect('the attempt').toBe('refused'),
    (thrown: unknown) => thrown,
  );
  expect(error instanceof PermanentError || error instanceof RetryableError).toBe(true);
  return error as PermanentError | RetryableError;
}
