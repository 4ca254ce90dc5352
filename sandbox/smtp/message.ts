import type { KeptMail } from '../mail.ts';

interface Part {
  /** Names in lower case, unfolded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** A message as it came in after DATA, as the mailbox keeps it: headers decoded, the text and the HTML of its parts. */
export function readMessage(raw: string, { recipients, at }: { readonly recipients: readonly string[]; readonly at: string }): Omit<KeptMail, 'number'> {
  const message = partOf(raw);
  const parts = leavesOf(message);
  const contentOf = (type: string) => parts.find((part) => typeOf(part).startsWith(type));
  const one = (name: string) => decoded(headerOf(message, name) ?? '');
  const from = one('from');
  const kept = message.headers.filter(([name]) => !['from', 'to', 'subject', 'content-type', 'content-transfer-encoding', 'mime-version'].includes(name));
  return {
    id: one('message-id').replace(/^<|>$/g, ''),
    domain: (/@([^>]+)>?$/.exec(from)?.[1] ?? '').toLowerCase(),
    from,
    to: one('to'),
    recipients,
    subject: one('subject'),
    html: textOf(contentOf('text/html')),
    text: textOf(contentOf('text/plain')),
    headers: Object.fromEntries(kept.map(([name, value]) => [name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()), decoded(value)])),
    tags: [],
    variables: {},
    options: {},
    attachments: [],
    at,
  };
}

function partOf(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n');
  const head = end < 0 ? raw : raw.slice(0, end);
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const);
  return { headers, body: end < 0 ? '' : raw.slice(end + 4) };
}

function headerOf({ headers }: Part, wanted: string): string | undefined {
  return headers.find(([name]) => name === wanted)?.[1];
}

function typeOf(part: Part): string {
  return (headerOf(part, 'content-type') ?? 'text/plain').toLowerCase();
}

/** The parts that have no parts. */
function leavesOf(part: Part): Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(headerOf(part, 'content-type') ?? '')?.[1];
  if (!boundary) return [part];
  const pieces = part.body.split(`--${boundary}`).slice(1, -1);
  return pieces.flatMap((piece) => leavesOf(partOf(piece.replace(/^\r\n/, '').replace(/\r\n$/, ''))));
}

function textOf(part: Part | undefined): string {
  if (!part) return '';
  const encoding = headerOf(part, 'content-transfer-encoding')?.toLowerCase();
  const bytes = encoding === 'base64' ? Buffer.from(part.body, 'base64') : encoding === 'quoted-printable' ? quotedPrintable(part.body) : Buffer.from(part.body, 'latin1');
  return bytes.toString('utf8').replaceAll('\r\n', '\n');
}

function quotedPrintable(text: string): Buffer {
  const whole = text.replace(/=\r\n/g, '');
  return Buffer.from(whole.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
}

/** A header's encoded words (RFC 2047). */
function decoded(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(=\?utf-8\?([BQ])\?[^?]*\?=)+/gi, (words) => {
      const bytes = [...words.matchAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind, text]) => (kind!.toUpperCase() === 'B' ? Buffer.from(text!, 'base64') : quotedPrintable(text!.replaceAll('_', ' '))));
      return Buffer.concat(bytes).toString('utf8');
    });
}
