import type { TouchReceipt } from '../../engine/index.ts';
import type { MessageContext } from '../../scenarios/content/index.ts';
import { makeToken, withFreshTokens } from '../../store/tokens.ts';
import { findTouch, settleTouch, type TouchLink } from '../../store/touches.ts';
import { PermanentError, RetryableError } from '../errors.ts';
import { beginTouch, openAttempt, recordRefusal, settledAt, variantOf, type AttemptDeps, type TouchAttempt, type TouchRequest } from '../touch-attempt.ts';
import { handOver, takeOver, type HandOverDeps, type Lease } from './hand-over.ts';
import { messageIdOf } from './message-id.ts';
import { awaitTurn, loseTurn } from './mail-slot.ts';
import type { Mail } from './mail-provider.ts';
import type { Pace } from './pace.ts';
import { renderEmail } from './render-email.ts';

export interface SendEmailDeps extends AttemptDeps, HandOverDeps {
  /** The tracker's address, as people see it. */
  readonly publicUrl: string;
  readonly from: string;
  /** How fast each receiver gets mails; as fast as can be when left out. */
  readonly pace?: Pace | undefined;
  /** The sending domain, for message ids. */
  readonly domain: string;
}

/**
 * Sends a mail (or an invitation, which travels by mail) once, however often it is tried: the touch is recorded as `sending` before the
 * provider is asked; a later attempt waits until the earlier one is surely over, and asks the provider whether it took the mail.
 *
 * @throws RetryableError while the provider can't say; what is permanent is recorded and told by the receipt.
 */
export async function sendEmail(deps: SendEmailDeps, medium: 'email' | 'social', request: TouchRequest): Promise<TouchReceipt> {
  const attempt = await openAttempt(deps, medium, request);
  const { refused, cap } = attempt;
  if (refused) {
    if (await recordRefusal(deps.store, attempt, refused)) return receiptOf(attempt, { sent: false, why: refused });
  } else {
    const { begun, links, askedAt } = await withFreshTokens(async () => {
      const askedAt = performance.now();
      const links = linksOf(attempt);
      const beginning = { status: 'sending', why: 'sending', provider: deps.mail.name, links, lease: deps.lease } as const;
      // Only a cap needs a transaction, which costs two round trips.
      return { links, askedAt, begun: await (cap ? deps.store.transaction().execute((transaction) => beginTouch(transaction, attempt, beginning)) : beginTouch(deps.store, attempt, beginning)) };
    });
    if (begun === 'capped') return receiptOf(attempt, { sent: false, why: 'capped' });
    const { props, decision } = attempt.fresh;
    if (begun === 'begun') return deliver(deps, attempt, { links, props, ...variantOf(decision?.arm, decision), earlier: 'untried', askedAt, givenAt: performance.now() });
  }
  return sendAgain(deps, attempt);
}

/** An earlier attempt left its record. */
async function sendAgain(deps: SendEmailDeps, attempt: TouchAttempt<'email' | 'social'>): Promise<TouchReceipt> {
  const { id } = attempt;
  const known = (await findTouch(deps.store, id))!;
  // What was chosen by then counts, whatever the policy is by now.
  const chosen = variantOf(known.variant ?? undefined, known.decision);
  if (known.status !== 'sending') return receiptOf(attempt, { sent: known.status === 'sent', why: known.why, ...chosen });
  const lease = await takeOver(deps.store, { of: 'touches', id }, deps.lease);
  return deliver(deps, attempt, { links: known.links, props: known.props, ...chosen, ...lease });
}

interface Delivery extends Lease, Pick<TouchReceipt, 'variant' | 'decision'> {
  readonly links: readonly TouchLink[];
  readonly props: object;
}

async function deliver(deps: SendEmailDeps, attempt: TouchAttempt<'email' | 'social'>, delivery: Delivery): Promise<TouchReceipt> {
  const { id, refused } = attempt;
  const { pace } = deps;
  const { earlier, askedAt, givenAt } = delivery;
  const turn = { touchId: id, email: attempt.recipient.identity.email! };
  try {
    const handed = await handOver(deps, {
      ...{ of: 'touches', id, messageId: messageIdOf(id, deps.domain), earlier, askedAt, givenAt },
      // Asked again at every attempt: who withdrew while the provider was down gets nothing.
      refused: async () => {
        if (refused === undefined && pace) await awaitTurn(deps.store, pace, turn);
        return refused;
      },
      make: () => mailOf(deps, attempt, delivery),
    });
    if ('refused' in handed) return await notSent(deps, attempt, handed.refused);
    await settleTouch(deps.store, { id, status: 'sent', providerId: handed.id });
  } catch (error) {
    if (error instanceof PermanentError) return notSent(deps, attempt, `failed:${error.type}`, error.message);
    if (pace && error instanceof RetryableError && error.nothingTaken) await loseTurn(deps.store, pace, turn);
    throw error;
  }
  const { variant, decision } = delivery;
  return receiptOf(attempt, { sent: true, why: 'sent', ...(variant === undefined ? {} : { variant }), ...(decision ? { decision } : {}) });
}

async function notSent({ store }: SendEmailDeps, attempt: TouchAttempt<'email' | 'social'>, why: string, problem?: string): Promise<TouchReceipt> {
  await settleTouch(store, { id: attempt.id, status: 'not-sent', why, ...(problem === undefined ? {} : { problem }) });
  return receiptOf(attempt, { sent: false, why });
}

function linksOf({ message, recipient }: TouchAttempt<'email' | 'social'>): TouchLink[] {
  const named = Object.entries(message.links).map(([name, target]) => ({ token: makeToken(), kind: 'click' as const, name, target: 'url' in target ? target.url : `page:${target.page}` }));
  const own = (['unsubscribe', 'honeypot', ...(recipient.opensMayBeSeen ? ['open' as const] : [])] as const).map((kind) => ({ token: makeToken(), kind, name: kind, target: '' }));
  return [...named, ...own];
}

function mailOf(deps: SendEmailDeps, { id, campaign, fresh, recipient, message }: TouchAttempt<'email' | 'social'>, { links, props, variant }: Delivery): Mail {
  const { identity, locale } = recipient;
  const tokenOf = (wanted: TouchLink['kind']) => links.find(({ kind }) => kind === wanted)?.token;
  const [unsubscribe, trap, opened] = [`${deps.publicUrl}/u/${tokenOf('unsubscribe')}`, tokenOf('honeypot'), tokenOf('open')];
  const context: MessageContext<object> = {
    props,
    person: { title: identity.title, firstName: identity.firstName, lastName: identity.lastName },
    locale,
    ...(variant ? { variant } : {}),
    links: Object.fromEntries(links.filter(({ kind }) => kind === 'click').map(({ name, token }) => [name, `${deps.publicUrl}/c/${token}`])),
    unsubscribe,
  };
  const { subject, html, text } = renderEmail({
    ...{ name: fresh.message, message, context },
    honeypot: trap && `${deps.publicUrl}/c/${trap}`,
    // Consent is asked again at every attempt, this one too.
    open: opened && recipient.opensMayBeSeen ? `${deps.publicUrl}/o/${opened}.gif` : undefined,
  });
  return {
    messageId: messageIdOf(id, deps.domain),
    touch: id,
    from: deps.from,
    to: identity.email!,
    subject,
    html,
    text,
    headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    tags: [fresh.message, ...(variant ? [variant] : []), campaign.id],
  };
}

function receiptOf({ campaign, asked }: TouchAttempt<'email' | 'social'>, { sent, why, ...chosen }: Omit<TouchReceipt, 'at'>): TouchReceipt {
  return { sent, why, at: settledAt(campaign, asked), ...chosen };
}
