import { openJournal } from './journal.ts';
import type { KeptMail, MailEvent } from './mail.ts';

type Line = { readonly mail: KeptMail } | { readonly event: MailEvent } | { readonly told: string };

/** All that the sandbox keeps: mails, what happened to them, and which events the webhook has taken. */
export interface Mailbox {
  readonly mails: readonly KeptMail[];
  readonly events: readonly MailEvent[];
  mail(number: number): KeptMail | undefined;
  eventsOf(mail: number): readonly MailEvent[];
  /** Events that the webhook has not taken yet. */
  untold(): MailEvent[];
  keep(mail: Omit<KeptMail, 'number'>): KeptMail;
  record(event: MailEvent): void;
  /** The webhook took this event, or refused it for good. */
  told(eventId: string): void;
  close(): void;
}

/**
 * Opens the mailbox: in memory, and in `mailgun.jsonl` of a folder when one is given, from which it is read back at the start.
 *
 * @example
 * const mailbox = openMailbox('out/sandbox');
 */
export function openMailbox(folder?: string): Mailbox {
  const mails: KeptMail[] = [];
  const events: MailEvent[] = [];
  const byMail = new Map<number, MailEvent[]>();
  const told = new Set<string>();

  const remember = (line: Line): void => {
    if ('mail' in line) mails.push(line.mail);
    else if ('told' in line) told.add(line.told);
    else {
      events.push(line.event);
      const known = byMail.get(line.event.mail);
      if (known) known.push(line.event);
      else byMail.set(line.event.mail, [line.event]);
    }
  };
  const { add, close } = openJournal<Line>({ folder, name: 'mailgun.jsonl', remember });

  return {
    mails,
    events,
    mail: (number) => mails[number - 1],
    eventsOf: (mail) => byMail.get(mail) ?? [],
    untold: () => events.filter(({ id }) => !told.has(id)),
    keep(mail) {
      const kept = { number: mails.length + 1, ...mail };
      add({ mail: kept });
      return kept;
    },
    record: (event) => add({ event }),
    told: (id) => add({ told: id }),
    close,
  };
}
