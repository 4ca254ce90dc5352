import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
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
  const file = folder === undefined ? undefined : openFile(folder, remember);
  // Written at once: a sandbox that is killed has lost nothing that it answered for.
  const add = (line: Line): void => {
    if (file !== undefined) writeSync(file, `${JSON.stringify(line)}\n`);
    remember(line);
  };

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
    close: () => file !== undefined && closeSync(file),
  };
}

function openFile(folder: string, remember: (line: Line) => void): number {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'mailgun.jsonl');
  if (existsSync(path)) {
    const bytes = readFileSync(path);
    // A last line without its end was being written when the sandbox was killed.
    const whole = bytes.lastIndexOf('\n') + 1;
    if (whole < bytes.length) truncateSync(path, whole);
    for (const line of bytes.subarray(0, whole).toString('utf8').split('\n')) if (line) remember(JSON.parse(line) as Line);
  }
  return openSync(path, 'a');
}
