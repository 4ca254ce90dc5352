import type { TouchReceipt } from '../../engine/index.ts';
import type { MessageContext } from '../../scenarios/content/index.ts';
import { makeToken } from '../../store/tokens.ts';
import { insertTouch, leaseTouch, releaseTouch, settleTouch, type TouchLink } from '../../store/touches.ts';
import { PermanentError, RetryableError } from '../errors.ts';
import { openAttempt, recordRefusal, type AttemptDeps, type TouchAttempt, type TouchRequest } from '../touch-attempt.ts';
import { messageIdOf } from './message-id.ts';
import type { Mail, MailProvider } from './mail-provider.ts';
import { renderEmail } from './render-email.ts';

export interface SendEmailDeps extends AttemptDeps {
  readonly mail: MailProvider;
  /** The tracker's address, as people see it. */
  readonly publicUrl: string;
  readonly from: string;
  /** The sending domain, for message ids. */
  readonly domain: string;
  /** Milliseconds after which an attempt that did not report back is surely over. */
  readonly lease: number;
}

/**
 * Sends a mail (or an invitation, which travels by mail) once, however often it is tried: the touch is recorded as `sending` before the
 * provider is asked; a later attempt waits until the earlier one is surely over, and asks the provider whether it took the mail.
 *
 * @throws RetryableError while the provider can't say; what is permanent is recorded and told by the receipt.
 */
export async function sendEmail(deps: SendEmailDeps, medium: 'email' | 'social', request: TouchRequest): Promise<TouchReceipt> {
  const attempt = await openAttempt(deps, medium, request);
  const { id, known, refused, fresh } = attempt;
  if (known && known.status !== 'sending') return receiptOf(known.status === 'sent', known.why, known.variant);
  // Asked again at every attempt: who withdrew while the provider was down gets nothing.
  if (refused && !known) {
    await recordRefusal(deps.store, attempt, refused);
    return receiptOf(false, refused);
  }

  const links = known?.links ?? linksOf(attempt);
  const isFirst = !known && (await insertTouch(deps.store, { ...fresh, status: 'sending', why: 'sending', provider: 'mailgun', links }, deps.lease));
  if (!isFirst) {
    const wait = await leaseTouch(deps.store, id, deps.lease);
    if (wait > 0) throw new RetryableError('AttemptUnderWay', `Expected no other attempt at touch ${id}, got one that may still be sending. Trying again in ${wait} ms.`, { retryAfterMs: wait });
  }
  try {
    const earlier = isFirst ? undefined : await deps.mail.find(messageIdOf(id, deps.domain));
    if (!earlier && refused) throw new Refused(refused);
    const { id: providerId } = earlier ?? (await deps.mail.send(mailOf(deps, attempt, links)));
    await settleTouch(deps.store, { id, status: 'sent', providerId });
    return receiptOf(true, 'sent', known ? known.variant : fresh.variant);
  } catch (error) {
    const why = error instanceof Refused ? error.message : error instanceof PermanentError ? `failed:${error.type}` : undefined;
    if (why === undefined) {
      await releaseTouch(deps.store, id);
      throw error;
    }
    await settleTouch(deps.store, { id, status: 'not-sent', why });
    return receiptOf(false, why);
  }
}

class Refused extends Error {}

function linksOf({ message }: TouchAttempt<'email' | 'social'>): TouchLink[] {
  const named = Object.entries(message.links).map(([name, target]) => ({ token: makeToken(), kind: 'click' as const, name, target: 'url' in target ? target.url : `page:${target.page}` }));
  return [...named, { token: makeToken(), kind: 'unsubscribe', name: 'unsubscribe', target: '' }];
}

function mailOf(deps: SendEmailDeps, { id, known, fresh, recipient, message }: TouchAttempt<'email' | 'social'>, links: readonly TouchLink[]): Mail {
  const { identity, locale } = recipient;
  const variant = known ? known.variant : fresh.variant;
  const unsubscribe = `${deps.publicUrl}/u/${links.find(({ kind }) => kind === 'unsubscribe')!.token}`;
  const context: MessageContext<object> = {
    props: fresh.props,
    person: { title: identity.title, firstName: identity.firstName, lastName: identity.lastName },
    locale,
    ...(variant ? { variant } : {}),
    links: Object.fromEntries(links.filter(({ kind }) => kind === 'click').map(({ name, token }) => [name, `${deps.publicUrl}/c/${token}`])),
    unsubscribe,
  };
  const { subject, html, text } = renderEmail({ name: fresh.message, message, context });
  return {
    messageId: messageIdOf(id, deps.domain),
    touch: id,
    from: deps.from,
    to: identity.email!,
    subject,
    html,
    text,
    headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    tags: [fresh.message, ...(variant ? [variant] : [])],
  };
}

function receiptOf(sent: boolean, why: string, variant?: string | null): TouchReceipt {
  return { sent, why, ...(variant ? { variant } : {}) };
}
