import { z } from 'zod';
import type { Evidence } from '../scenarios/vocabulary/index.ts';
import type { Occurrence } from './intake.ts';

/** The parts of Mailgun's event that we read. The recipient's address is not among them: it stays in `identities`. */
export const mailgunWebhook = z.object({
  signature: z.object({ timestamp: z.string().regex(/^\d{9,12}$/), token: z.string().min(1).max(100), signature: z.string().max(200) }),
  'event-data': z.object({
    id: z.string().min(1).max(200),
    event: z.enum(['accepted', 'delivered', 'failed', 'complained', 'unsubscribed', 'clicked', 'opened']),
    timestamp: z.number().positive(),
    severity: z.enum(['permanent', 'temporary']).optional(),
    reason: z.string().max(200).optional(),
    'delivery-status': z.object({ code: z.number().nullish() }).optional(),
    'user-variables': z.object({ touch: z.string().max(500).optional() }).optional(),
  }),
});

export type MailgunEvent = z.infer<typeof mailgunWebhook>['event-data'];

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
 * @example mapMailgunEvent({ event: 'failed', severity: 'permanent', ... }) // { kind: 'bounced', data: { permanent: true, ... }, ... }
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
      return { kind: 'bounced', evidence: 'logical', data: { permanent, ...details }, keep: !permanent };
    }
    case 'complained':
      return { kind: 'complained', evidence: 'human' };
    case 'unsubscribed':
      return { kind: 'unsubscribe', evidence: 'human', data: { medium: 'email' } };
    case 'clicked':
    case 'opened':
      return { kind: event.event, evidence: 'logical', keep: true, anonymous: true };
  }
}
