/** SQLSTATE classes and codes, and system errors, that mean: no database just now (PostgreSQL manual, appendix A). */
const AWAY = /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|ENOENT)$/;
/** What the client says by words alone: of a connection that broke, came too late, or was given up with a statement that got no answer. */
const AWAY_IN_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (was closed|has encountered a connection error) and is not queryable|driver has already been destroyed)/;

/** Whether there is no database just now: whatever was asked may be asked again later. */
export function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return AWAY.test(String(code ?? '')) || AWAY_IN_WORDS.test(String(message ?? ''));
}

/** Whether Postgres does not take what it was given, such as a NUL in a text or half a symbol in JSON (SQLSTATE class 22): asked again it will say the same. */
export function isAboutContent(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('22');
}

/** Whether a statement got no answer in the time that `connectStore` gives it. */
export function isUnanswered(error: unknown): boolean {
  return (error as { message?: unknown }).message === 'Query read timeout';
}
