import type { FastifyRequest } from 'fastify';
import type { KeptMail } from './mail.ts';

/** What was posted: fields in their order, a name may come several times. */
export interface MailForm {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly attachments: KeptMail['attachments'];
  /** A field or file was longer than the limit, and was cut. */
  readonly cut: boolean;
}

/** Reads a multipart form, as Mailgun's client sends it, or an urlencoded one, as curl does. */
export async function readMailForm(request: FastifyRequest): Promise<MailForm> {
  if (!request.isMultipart()) {
    const body = (request.body ?? {}) as Record<string, string | string[]>;
    return { fields: Object.entries(body).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const)), attachments: [], cut: false };
  }
  const fields: [string, string][] = [];
  const attachments: { name: string; bytes: number }[] = [];
  let cut = false;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      let bytes = 0;
      for await (const chunk of part.file) bytes += (chunk as Buffer).length;
      attachments.push({ name: part.filename, bytes });
      cut ||= part.file.truncated;
    } else {
      fields.push([part.fieldname, String(part.value)]);
      cut ||= part.valueTruncated;
    }
  }
  return { fields, attachments, cut };
}

/**
 * The mail of a form, or what Mailgun would say is wrong with it. Line breaks in subject and headers are refused here, which Mailgun
 * may let pass: a sender that makes them has a fault worth finding.
 */
export function mailOf({ fields, attachments }: MailForm, { domain, messageId, at }: { domain: string; messageId: string; at: string }): Omit<KeptMail, 'number'> | { wrong: string } {
  const all = (name: string) => fields.filter(([field]) => field === name).map(([, value]) => value);
  const prefixed = (prefix: string) => Object.fromEntries(fields.filter(([field]) => field.startsWith(prefix)).map(([field, value]) => [field.slice(prefix.length), value]));
  const [from] = all('from');
  const to = all('to').join(', ');
  const [html = '', text = '', subject = ''] = [all('html')[0], all('text')[0], all('subject')[0]];
  if (!from) return { wrong: 'from parameter is missing' };
  if (!to) return { wrong: 'to parameter is missing' };
  if (!html && !text) return { wrong: "Need at least one of 'text', 'html', 'amp-html' or 'template' parameters specified" };
  const recipients = addressesOf(to);
  if (!recipients) return { wrong: 'to parameter is not a valid address. please check documentation' };
  if (!addressesOf(from)) return { wrong: 'from parameter is not a valid address. please check documentation' };
  const headers = prefixed('h:');
  const broken = Object.entries({ subject, ...headers }).find((entry) => /[\r\n]/.test(entry.join('')));
  if (broken) return { wrong: `${broken[0].split(/[\r\n]/)[0]} must not contain a line break` };
  const { tag: _, ...options } = prefixed('o:');
  const ownId = Object.entries(headers).find(([name]) => name.toLowerCase() === 'message-id')?.[1];
  const id = (ownId ?? messageId).replace(/^<|>$/g, '');
  return { id, domain, from, to, recipients, subject, html, text, headers, tags: all('o:tag'), variables: prefixed('v:'), options, attachments, at };
}

/** Plain addresses of a list such as `Ann <ann@a.example>, bob@b.example`; nothing when one is no address. */
function addressesOf(list: string): string[] | undefined {
  const addresses = list.split(',').map((one) => (/<([^<>]*)>\s*$/.exec(one)?.[1] ?? one).trim());
  return addresses.every((address) => /^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(address)) ? addresses : undefined;
}
