import { ApplicationFailure } from '@temporalio/common';
import { PermanentError, RetryableError } from './errors.ts';

/**
 * What an activity throws: our two kinds as Temporal's failures, any other error as it is (Temporal retries it).
 * Causes are left out, since whatever is attached is written into the history.
 */
export function toApplicationFailure(error: unknown): unknown {
  if (!(error instanceof PermanentError || error instanceof RetryableError)) return error;
  const retryAfterMs = error instanceof RetryableError ? error.retryAfterMs : undefined;
  const failure = ApplicationFailure.create({
    type: error.type,
    message: error.message,
    nonRetryable: error instanceof PermanentError,
    ...(retryAfterMs === undefined ? {} : { nextRetryDelay: retryAfterMs }),
  });
  failure.stack = error.stack ?? '';
  return failure;
}
