import { PermanentError, RetryableError } from '../errors.ts';

/** What was asked of Mailgun when it failed. */
export interface Asked {
  readonly what: 'send' | 'find';
  readonly domain: string;
  readonly url: string;
  /** Milliseconds that Mailgun asked us to wait. */
  readonly retryAfter: number | undefined;
  /** Milliseconds until Mailgun can be asked whether it has a mail all the same. */
  readonly lookUpAfter: number;
}

/** What Mailgun's client throws, for refusals and for network trouble alike. */
interface ClientError {
  readonly status: number;
  readonly message: string;
  readonly details: string;
}

const WHICH_SETTING: Readonly<Record<number, string>> = {
  400: 'Correct the mail: the same one will be refused again.',
  401: 'Check MAILGUN_API_KEY, and that MAILGUN_URL is the region of that key (US or EU).',
  403: 'Check that MAILGUN_API_KEY may send, and that the account and MAILGUN_DOMAIN are not disabled.',
  404: 'Check MAILGUN_DOMAIN, and that MAILGUN_URL is the region of that domain (US or EU).',
  413: 'Make the mail smaller: Mailgun takes 25 MB at most.',
};

/** Not about this mail but about our settings: an operator mends them, and the mails go out then. As permanent, a wrong key would cost every journey its mail. */
const SETTINGS: readonly number[] = [401, 403, 404];

const TYPES: Readonly<Record<number, string>> = { 400: 'MailgunBadRequest', 401: 'MailgunUnauthorized', 403: 'MailgunForbidden', 404: 'MailgunNotFound', 413: 'MailgunTooLarge', 429: 'MailgunBusy' };

/** Of the system's codes, those that come before anything was sent. */
const NEVER_REACHED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** Our error for what Mailgun's client threw. Mailgun may quote addresses in its answer; they are taken out. */
export function fromMailgun(error: unknown, { what, domain, url, retryAfter, lookUpAfter }: Asked): PermanentError | RetryableError {
  if (!isClientError(error)) return new RetryableError('MailgunTrouble', `Expected an answer from Mailgun, got ${withoutAddresses(String(error))}.`);
  const asked = what === 'send' ? `Mailgun to take a mail for ${domain}` : `Mailgun to look up a mail of ${domain}`;
  if (isNetworkTrouble(error)) {
    const nothingTaken = NEVER_REACHED.test(error.message);
    const next = nothingTaken ? 'Nothing was handed over; trying again later.' : 'It may have the mail all the same: look it up before sending again.';
    return new RetryableError('MailgunUnreachable', `Expected ${asked} at ${url}, got ${error.message}. ${next}`, { nothingTaken, ...(nothingTaken || what === 'find' ? {} : { retryAfterMs: lookUpAfter }) });
  }
  const said = withoutAddresses(error.details || error.message).slice(0, 300);
  const got = `got ${error.status} '${said}'`;
  const advice = WHICH_SETTING[error.status];
  if (error.status === 408 || error.status === 429 || error.status >= 500 || SETTINGS.includes(error.status)) {
    const type = TYPES[error.status] ?? 'MailgunTrouble';
    // A proxy that gave up on Mailgun does not know what it has done.
    const wait = retryAfter ?? (what === 'send' && [502, 504].includes(error.status) ? lookUpAfter : undefined);
    return new RetryableError(type, `Expected ${asked}, ${got}. ${advice ?? 'Trying again later.'}`, { retryAfterMs: wait, nothingTaken: error.status < 500 && error.status !== 408 });
  }
  return new PermanentError(TYPES[error.status] ?? 'MailgunRefused', `Expected ${asked}, ${got}. ${advice ?? 'See what Mailgun says about this status.'}`);
}

/**
 * The client reports a failed connection as status 400 with the system's code (`ECONNRESET`, `ECONNABORTED` after a time-out) as
 * message; a real 400 has the status text there. `ERR_…` codes are axios's words for a bad request, not for the network.
 */
function isNetworkTrouble({ status, message }: ClientError): boolean {
  return status === 400 && (message === 'ERR_NETWORK' || /^E(?!RR_)[A-Z_]+$/.test(message));
}

function isClientError(error: unknown): error is ClientError {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"',;:()]+@[^\s<>"',;:()]+/g, '(an address)');
}
