import { PermanentError, RetryableError } from '../errors.ts';

/** What nodemailer throws: the server's answer where there was one, and the command that it answered. */
interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/** Whether the server never said what became of the mail: only an answer of 4xx or 5xx says that it was not taken. */
export function isReceiptLost(error: unknown): boolean {
  return !isRefusal(error as SmtpFailure);
}

function isRefusal({ responseCode = 0 }: SmtpFailure): boolean {
  return responseCode >= 400;
}

/**
 * Our error for what an SMTP server answered, by the class of its code (RFC 5321, 4.2.1; RFC 3463 for the enhanced one): 4xx passes with time. 5xx is about
 * this mail or this address and does not, unless it is about us: a login, a sender or a relay that an operator has to mend. Answers quote addresses; they are taken out.
 *
 * What the server refused, or what failed before the mail was under way (`isUnderWay`), has certainly taken nothing, and comes again behind the others.
 */
export function fromSmtp(error: unknown, { server, touch, isUnderWay }: { readonly server: string; readonly touch: string; readonly isUnderWay: boolean }): PermanentError | RetryableError {
  if (error instanceof PermanentError || error instanceof RetryableError) return error;
  const { code = '', responseCode = 0, response = '', command = '' } = error as SmtpFailure;
  const said = withoutAddresses(response || (error instanceof Error ? error.message : String(error)))
    .replace(/\s+/g, ' ')
    .slice(0, 300);
  const asked = `Expected ${server} to take the mail of touch ${touch}`;
  const again = (type: string, what: string, nothingTaken = true) => new RetryableError(type, `${asked}, got '${said}'. ${what}`, { nothingTaken });
  if (code === 'EAUTH' || command.startsWith('AUTH') || [530, 534, 535, 538].includes(responseCode)) return again('SmtpUnauthorized', 'Check user and password in SMTP_URL.');
  if (!isRefusal({ responseCode }) || code === 'ETLS') {
    return isUnderWay
      ? again('SmtpUnreachable', 'The mail was not handed over whole; trying again later.', false)
      : again('SmtpUnreachable', 'Check SMTP_URL, and that the server speaks TLS. Nothing was handed over; trying again later.');
  }
  if (responseCode < 500) return again('SmtpBusy', 'Trying again later.');
  // It refuses us before it has heard of any mail.
  if (/^(CONN|EHLO|HELO|STARTTLS)$/.test(command) && !isUnderWay) return again('SmtpServerRefused', 'Check that this server takes mails from here: it may have our address on a block list.');
  if (command === 'MAIL FROM') return again('SmtpSenderRefused', 'Check MAIL_FROM, and that this server may send for its domain.');
  if (/relay/i.test(response)) return again('SmtpRelayRefused', "Check that SMTP_URL's server relays for us: it may want a login.");
  if (command === 'RCPT TO') return new PermanentError('SmtpRecipientRefused', `${asked}, got '${said}'. Correct the prospect's email.`);
  return new PermanentError('SmtpMailRefused', `${asked}, got '${said}'. The same mail will be refused again.`);
}

function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"',;:()]+@[^\s<>"',;:()]+/g, '(an address)');
}
