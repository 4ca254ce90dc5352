import { Readable } from 'node:stream';
import DKIM from 'nodemailer/lib/dkim';
import MailComposer from 'nodemailer/lib/mail-composer';
import { checkMail } from './check-mail.ts';
import { unconfirmed, type Mail, type MailProvider } from './mail-provider.ts';
import { openConnections } from './smtp-connections.ts';
import { fromSmtp, isReceiptLost } from './smtp-error.ts';
import { readSmtpUrl } from './smtp-url.ts';

export interface SmtpOptions {
  /** `smtp://user:password@host:587` (STARTTLS) or `smtps://host:465`; see `readSmtpUrl`. */
  readonly url: string;
  /** The certificate, PEM, of the authority that vouches for the server, where it is one of the house's own. */
  readonly ca?: string;
  /** The sending domain; said in greeting, and signed for. */
  readonly domain: string;
  /** Milliseconds for a whole mail; 20,000 unless said. Keep it below the lease of an attempt to send. */
  readonly timeoutMs?: number;
  /** Connections kept open at most; 5 unless said. */
  readonly connections?: number;
  /** Signs what goes out; where it is left out, the server does. */
  readonly dkim?: { readonly selector: string; /** PEM. */ readonly privateKey: string };
}

/**
 * Sends mails through an SMTP server, by nodemailer's parts: the same mail as through Mailgun, with its own Message-Id.
 *
 * SMTP can't be asked whether it has a mail. When the connection breaks after the mail was handed over whole, and its receipt is lost, it counts as sent
 * (`unconfirmed:<message id>`): servers take responsibility as they answer, most have the mail by then, and a second one would annoy. Before that point nothing was taken, and it is tried again.
 *
 * @throws (by its functions) PermanentError for what is wrong with the mail or its address (5xx); RetryableError for 4xx, for network trouble before the mail was
 * handed over, and for settings that an operator has to mend.
 * @example
 * const mail = createSmtp({ url: 'smtps://parcours:secret@smtp.brand.example:465', domain: 'brand.example' });
 * await mail.send(letter);
 */
export function createSmtp({ url, ca, domain, timeoutMs = 20_000, connections = 5, dkim }: SmtpOptions): MailProvider {
  const server = { ...readSmtpUrl(url), ...(ca === undefined ? {} : { ca }) };
  const pool = openConnections({ server, domain, timeoutMs, most: connections });
  const signer = dkim && new DKIM({ domainName: domain, keySelector: dkim.selector, privateKey: dkim.privateKey });

  return {
    name: 'smtp',
    async send(given) {
      const mail = checkMail(given);
      const message = await messageOf(mail);
      const signed = signer ? await collected(signer.sign(message, {})) : message;
      const handing = watched(signed);
      const from = addressOf(mail.from);
      try {
        await pool.with((connection) => connection.send({ from, to: mail.to }, handing.stream));
        return { id: mail.messageId };
      } catch (error) {
        if (handing.isWhole() && isReceiptLost(error)) return { id: unconfirmed(mail.messageId) };
        throw fromSmtp(error, { server: server.named, touch: mail.touch, isUnderWay: handing.isUnderWay() });
      }
    },
    find: async () => 'cannot-tell',
  };
}

async function messageOf(mail: Mail): Promise<Buffer> {
  const { from, to, subject, html, text, headers, messageId } = mail;
  return new MailComposer({
    ...{ from, to, subject, html, text, headers: { ...headers }, messageId: `<${messageId}>` },
    ...{ textEncoding: 'quoted-printable', disableFileAccess: true, disableUrlAccess: true },
  })
    .compile()
    .build();
}

/** Bytes that are handed over at a time, so that where a connection breaks halfway, the rest was not asked for. */
const SLICE = 16_384;

/**
 * A stream that nobody reads before the server has said that it wants the mail (354), and that knows when the last of it was taken. It is read as fast as the connection
 * carries it, less what buffers on the way hold: a mail that fits into these counts as handed over as soon as it is under way.
 */
function watched(message: Buffer): { readonly stream: Readable; isUnderWay(): boolean; isWhole(): boolean } {
  let taken = 0;
  const stream = new Readable({
    // Nothing is read ahead.
    highWaterMark: 0,
    read() {
      const slice = message.subarray(taken, taken + SLICE);
      taken += slice.length;
      this.push(slice);
      if (taken >= message.length) this.push(null);
    },
  });
  return { stream, isUnderWay: () => taken > 0, isWhole: () => taken >= message.length };
}

async function collected(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

/** The address of `Name <address>`. */
function addressOf(from: string): string {
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
}
