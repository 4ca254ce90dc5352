import { z } from 'zod';
import type { Evidence } from '../scenarios/vocabulary/index.ts';
import type { Occurrence } from './intake.ts';
import { isDeadAddress, verdictOf } from './mail-reports/dead-address.ts';

/** The parts of Mailgun's event that we read. The recipient's address is not among them: it stays in `identities`. */
export const mailgunWebhook = z.object({
  signature: z.object({ timestamp: z.string().regex(/^\d{9,12}$/), token: z.string().min(1).max(100), signature: z.string().max(200) }),
  'event-data': z.object({
    id: z.string().min(1).max(200),
    event: z.enum(['accepted', 'delivered', 'failed', 'complained', 'unsubscribed', 'clicked', 'opened']),
    timestamp: z.number().positive(),
    severity: z.enum(['permanent', 'temporary']).optional(),
    reason: z.string().max(200).optional(),
    'delivery-status': z.object({ code: z.number().nullish(), 'enhanced-code': z.string().max(20).nullish() }).optional(),
    'client-info': z.object({ bot: z.string().max(40).nullish() }).nullish(),
    'user-variables': z.object({ touch: z.string().max(500).optional() }).optional(),
  }),
});

export type MailgunWebhook = z.infer<typeof mailgunWebhook>;
export type MailgunEvent = MailgunWebhook['event-data'];

type Mapped = Pick<Occurrence, 'kind' | 'data' | 'keep'> & {
  readonly evidence: Evidence;
  /** Stored without journey or touch. */
  readonly anonymous?: boolean;
};

/**
 * What a Mailgun event is in our words, and whether the journey is told (docs/decisions/0006-signal-few.md). Opens and Mailgun's own
 * clicks are counted without their person: our links are our own, and recording who opened a mail needs a consent of its own (CNIL
 * deliberation 2026-042).
 *
 * @example mapMailgunEvent({ event: 'failed', severity: 'permanent', ... }) // { kind: 'bounced', data: { permanent: true, closes: 'bounced', ... }, ... }
 */
export function mapMailgunEvent(event: MailgunEvent): Mapped {
  switch (event.event) {
    case 'accepted':
      return { kind: 'accepted', evidence: 'logical', keep: true };
    case 'delivered':
      return { kind: 'delivered', evidence: 'logical', keep: true };
    case 'failed': {
      const permanent = event.severity === 'permanent';
      const code = event['delivery-status']?.code;
      const details = { ...(event.reason ? { reason: event.reason } : {}), ...(typeof code === 'number' ? { code } : {}) };
      return { kind: 'bounced', evidence: 'logical', data: { permanent, ...details, ...(permanent ? { closes: closedBy(event) } : {}) }, keep: !permanent };
    }
    case 'complained':
      return { kind: 'complained', evidence: 'human' };
    case 'unsubscribed':
      return { kind: 'unsubscribe', evidence: 'human', data: { medium: 'email' } };
    case 'clicked':
    case 'opened': {
      const bot = event['client-info']?.bot;
      return { kind: event.event, evidence: bot ? 'bot' : 'logical', ...(bot ? { data: { because: `mailgun:${bot}` } } : {}), keep: true, anonymous: true };
    }
  }
}

/** Why Mailgun itself did not even try: the address is on one of its lists (Mailgun, "Events": reasons, and codes of older accounts). */
const LISTED: Readonly<Record<string, 'bounced' | 'complained' | 'unsubscribed'>> = {
  ...{ bounce: 'bounced', 'suppress-bounce': 'bounced', '605': 'bounced' },
  ...{ 'suppress-complaint': 'complained', '607': 'complained' },
  ...{ 'suppress-unsubscribe': 'unsubscribed', '606': 'unsubscribed' },
};

/** What a permanent failure closes. `bounced`: the address is dead. Null: this mail was refused and the next may pass (`isDeadAddress`). */
function closedBy({ reason = '', 'delivery-status': status }: MailgunEvent): 'bounced' | 'complained' | 'unsubscribed' | null {
  const { code, 'enhanced-code': enhanced } = status ?? {};
  // Mailgun calls every 5xx of a first attempt a bounce; what the receiver said in detail is more exact.
  if (verdictOf(enhanced) === 'not-dead') return null;
  const listed = LISTED[reason] ?? LISTED[String(code ?? '')];
  if (listed) return listed;
  if (reason === '' && typeof code !== 'number') return 'bounced';
  return reason !== 'espblock' && reason !== 'old' && isDeadAddress({ enhanced, code }) ? 'bounced' : null;
}
