import { PermanentError, RetryableError } from '../../../errors.ts';
import { PieceRefused } from './piece-refused.ts';

/** An answer of Lob's that is not 2xx. */
export interface Refusal {
  /** In our words, such as `take a postcard`. */
  readonly asked: string;
  readonly status: number;
  /** Lob's code, such as `invalid_file_dimensions`; its message may quote an address, so it goes nowhere. */
  readonly code: string | undefined;
  /** The field that its message begins with, such as `from`, if any. */
  readonly field: string | undefined;
  /** Whether it is about one piece that was to be made. */
  readonly making: boolean;
  /** Milliseconds that Lob asked us to wait. */
  readonly retryAfterMs: number | undefined;
}

/** Of the account, the key or a setting, not of the piece: an operator mends them, and the pieces are made then. As refused, they would all be lost. */
const SETTINGS: Readonly<Record<string, string>> = {
  mail_use_type_can_not_be_null: 'Set LOB_USE_TYPE.',
  foreign_return_address: 'Set LOB_FROM to an address in the United States.',
  custom_envelope_inventory_depleted: 'Order envelopes at Lob.',
  invalid_country_covid: 'Lob does not send there for the time being.',
  unsupported_lob_version: "Set the account's API version at Lob.",
};

const ADVICE: Readonly<Record<number, string>> = {
  402: 'Check how the account pays at Lob.',
  401: 'Check LOB_API_KEY, and that the account may make live pieces (verified email address and payment).',
  403: 'Check LOB_API_KEY, and that the account may do this: a billing address for live pieces, an edition with scheduling (else set LOB_GRACE_MINUTES to 0).',
  404: 'Check LOB_URL, and that the address LOB_FROM names exists in the same mode, test or live.',
};

const TYPES: Readonly<Record<number, string>> = { 401: 'LobUnauthorized', 402: 'LobForbidden', 403: 'LobForbidden', 404: 'LobNotFound', 409: 'LobConflict', 429: 'LobBusy' };

/** Only these are about what was posted; any other, of a proxy perhaps, must not cost a piece. */
const OF_THE_PIECE: readonly number[] = [400, 413, 422];

/** After these it is not known whether the piece was made: look it up before making it again. */
export function isUnclear(error: unknown): boolean {
  return error instanceof RetryableError && (error.type === 'LobUnreachable' || error.type === 'LobTrouble' || error.type === 'LobConflict');
}

/** Our error for a refusal: retryable while the network, Lob or a setting is the matter, else the piece's own. */
export function fromRefusal({ asked, status, code, field, making, retryAfterMs }: Refusal): PermanentError | RetryableError | PieceRefused {
  const got = `got ${status}${code === undefined ? '' : ` '${code}'`}`;
  const setting = field === 'from' ? 'Check LOB_FROM.' : SETTINGS[code ?? ''];
  const known = code === 'conflict' ? TYPES[409] : TYPES[status];
  if (setting === undefined && known === undefined && OF_THE_PIECE.includes(status)) {
    if (code === 'not_deletable') return new PermanentError('LobNotDeletable', `Expected Lob to ${asked}, ${got}. Its send date has passed: it is printed.`);
    if (making) return new PieceRefused(`lob-${(code ?? String(status)).replaceAll('_', '-')}`);
    return new PermanentError('LobRefused', `Expected Lob to ${asked}, ${got}. See what Lob says about this code.`);
  }
  const type = setting === undefined ? (known ?? 'LobTrouble') : 'LobSetting';
  return new RetryableError(type, `Expected Lob to ${asked}, ${got}. ${setting ?? ADVICE[status] ?? 'Trying again later.'}`, retryAfterMs === undefined ? {} : { retryAfterMs });
}

/** Our error for a request that got no answer. */
export function fromNetwork(error: unknown, { asked, url }: { asked: string; url: string }): RetryableError {
  return new RetryableError('LobUnreachable', `Expected Lob to ${asked} at ${url}, got ${wordOf(error)}. It may have it all the same: it is looked up before it is made again.`);
}

/** The system's word, such as ECONNREFUSED, which Node puts into the cause; else the error's kind, such as TimeoutError. */
function wordOf(error: unknown): string {
  const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return typeof cause === 'object' && cause !== null ? wordOf(cause) : String(name);
}
