/** Where and how to reach an SMTP server. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else STARTTLS where the server offers it. */
  readonly secure: boolean;
  /** No mail without TLS. */
  readonly requireTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
  /** Authorities, PEM, that may vouch for the server besides those that Node knows; none unless said. */
  readonly ca?: string;
  /** For errors: without the password. */
  readonly named: string;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Reads an address such as `smtp://user:password@host:587` or `smtps://host`. Outside this machine TLS is required, unless `?tls=optional` says otherwise, and a
 * password is never sent without.
 *
 * @throws Error when it is none; the address is not in the message, since it may hold a password.
 * @example readSmtpUrl('smtps://u:p@smtp.brand.example') // { host: 'smtp.brand.example', port: 465, secure: true, ... }
 */
export function readSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') throw new Error('Expected SMTP_URL to be such as smtp://user:password@host:587 or smtps://host:465, got something else.');
  const secure = url.protocol === 'smtps:';
  const host = url.hostname;
  const port = Number(url.port) || (secure ? 465 : 587);
  const isHere = LOOPBACK.test(host);
  const auth = url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } };
  const optional = url.searchParams.get('tls') === 'optional' && !('auth' in auth);
  return { host: host.replace(/^\[|\]$/g, ''), port, secure, requireTLS: !secure && !isHere && !optional, ...auth, named: `${url.protocol}//${url.host}` };
}
