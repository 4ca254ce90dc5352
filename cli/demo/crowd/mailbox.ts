import { z } from 'zod';
import type { TouchName } from './touch-name.ts';
import { touchNameOf } from './touch-name.ts';

/** A mail as its reader has it. */
export interface Mail {
  readonly touch: TouchName;
  readonly html: string;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The world's time, milliseconds since 1970. */
  readonly at: number;
}

/** What the sandbox answers about the mails it took. */
const answer = z.object({
  messages: z.array(z.object({ html: z.string(), headers: z.record(z.string(), z.string()), variables: z.record(z.string(), z.unknown()), at: z.union([z.string(), z.number()]) })),
  cursor: z.union([z.string(), z.number()]),
});

export interface Mailbox {
  /** The mails that came since the last call. */
  fetch(): Promise<Mail[]>;
}

/**
 * Everybody's mailbox: the sandbox that keeps what the campaign sends.
 *
 * @throws Error from `fetch` when the sandbox doesn't answer as it should; the next call asks for the same mails again.
 * @example
 * const mailbox = openMailbox('http://127.0.0.1:8025', 'demo');
 * for (const mail of await mailbox.fetch()) read(mail);
 */
export function openMailbox(sandbox: string, campaignId: string): Mailbox {
  let cursor: string | number | undefined;
  return {
    async fetch() {
      const address = new URL('/sandbox/messages', sandbox);
      if (cursor !== undefined) address.searchParams.set('since', String(cursor));
      const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
      if (!response.ok) throw new Error(`Expected the sandbox's mails, got ${response.status}.`);
      const { messages, cursor: next } = answer.parse(await response.json());
      cursor = next;
      return messages.flatMap(({ html, headers, variables, at }) => {
        const touch = touchNameOf(String(variables['touch'] ?? ''));
        if (touch?.campaign !== campaignId) return [];
        return [{ touch, html, headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])), at: new Date(at).getTime() }];
      });
    },
  };
}
