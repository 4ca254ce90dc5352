import { randomBytes } from 'node:crypto';
import type { KeptMail, MailEvent } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import type { Webhooks } from './webhooks.ts';

export interface Delivery {
  /** Lets happen to an accepted mail what happens to its address. */
  begin(mail: KeptMail): void;
  /** Goes on where an earlier sandbox stopped. */
  resume(): void;
  close(): void;
}

type Fate = Pick<MailEvent, 'event' | 'severity' | 'reason'>;

/**
 * What becomes of mails: delivered a moment after acceptance. An address says otherwise by its local part: with `bounce` it fails for
 * good, with `defer` it fails for a while and is delivered then, with `complain` its owner reports the delivered mail as spam.
 */
export function openDelivery({ mailbox, webhooks, deliverAfterMs }: { mailbox: Mailbox; webhooks: Webhooks; deliverAfterMs: number }): Delivery {
  const timers = new Set<NodeJS.Timeout>();

  const happen = (mail: KeptMail, recipient: string, fate: Fate): void => {
    const event: MailEvent = { id: randomBytes(16).toString('base64url'), mail: mail.number, ...fate, recipient, timestamp: Date.now() / 1_000 };
    mailbox.record(event);
    webhooks.post(event, mail);
  };
  const goOn = (mail: KeptMail, recipient: string, [fate, ...later]: readonly Fate[]): void => {
    if (!fate) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      happen(mail, recipient, fate);
      goOn(mail, recipient, later);
    }, deliverAfterMs);
    timers.add(timer);
  };

  return {
    begin(mail) {
      for (const recipient of mail.recipients) {
        happen(mail, recipient, { event: 'accepted' });
        goOn(mail, recipient, fatesOf(recipient));
      }
    },
    resume() {
      for (const event of mailbox.untold()) webhooks.post(event, mailbox.mail(event.mail)!);
      for (const mail of mailbox.mails) {
        for (const recipient of mail.recipients) {
          const happened = mailbox.eventsOf(mail.number).filter((event) => event.recipient === recipient);
          if (happened.length === 0) happen(mail, recipient, { event: 'accepted' });
          goOn(mail, recipient, fatesOf(recipient).slice(Math.max(0, happened.length - 1)));
        }
      }
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function fatesOf(recipient: string): Fate[] {
  const local = recipient.slice(0, recipient.lastIndexOf('@'));
  if (local.includes('bounce')) return [{ event: 'failed', severity: 'permanent', reason: 'bounce' }];
  const deferred: Fate[] = local.includes('defer') ? [{ event: 'failed', severity: 'temporary', reason: 'generic' }] : [];
  const complaint: Fate[] = local.includes('complain') ? [{ event: 'complained' }] : [];
  return [...deferred, { event: 'delivered' }, ...complaint];
}
