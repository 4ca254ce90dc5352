import { PermanentError, RetryableError } from '../errors.ts';

/** What nodemailer throws: the server's answer where there was one, and the command that it answered. */
interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/** Whether the server never said what became of the mail. */
export function isReceiptLost(error: unknown): boolean {
  const { responseCode, code } = error as SmtpFailure;
  return responseCode === undefined && ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EPROTOCOL'].includes(code ?? '');
}

/**
 * Our error for what an SMTP server answered, by the class of its code (RFC 5321, 4.2.1; RFC 3463 for the enhanced one): 4xx passes with time. 5xx is about
 * this mail or this address and does not, unless it is about us: a login, a sender or a relay that an operator has to mend. Answers quote addresses; they are taken out.
 */
export function fromSmtp(error: unknown, { server, touch }: { readonly server: string; readonly touch: string }): PermanentError | RetryableError {
  if (error instanceof PermanentError || error instanceof RetryableError) return error;
  const { code = '', responseCode, response = '', command = '' } = error as SmtpFailure;
  const said = withoutAddresses(response || (error instanceof Error ? error.message : String(error)))
    .replace(/\s+/g, ' ')
    .slice(0, 300);
  const asked = `Expected ${server} to take the mail of touch ${touch}`;
  if (code === 'EAUTH' || command.startsWith('AUTH') || [530, 534, 535, 538].includes(responseCode ?? 0)) return new RetryableError('SmtpUnauthorized', `${asked}, got '${said}'. Check user and password in SMTP_URL.`);
  if (responseCode === undefined || code === 'ETLS') return new RetryableError('SmtpUnreachable', `${asked}, got '${said}'. Check SMTP_URL, and that the server speaks TLS. Nothing was handed over; trying again later.`);
  if (responseCode < 500) return new RetryableError('SmtpBusy', `${asked}, got '${said}'. Trying again later.`);
  if (command === 'MAIL FROM') return new RetryableError('SmtpSenderRefused', `${asked}, got '${said}'. Check MAIL_FROM, and that this server may send for its domain.`);
  if (/relay/i.test(response)) return new RetryableError('SmtpRelayRefused', `${asked}, got '${said}'. Check that SMTP_URL's server relays for us: it may want a login.`);
  if (command === 'RCPT TO') return new PermanentError('SmtpRecipientRefused', `${asked}, got '${said}'. Correct the prospect's email.`);
  return new PermanentError('SmtpMailRefused', `${asked}, got '${said}'. The same mail will be refused again.`);
}

function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"',;:()]+@[^\s<>"',;:()]+/g, '(an address)');
}
