import type { PrintProvider } from '../print-provider.ts';
import { createLob, type LobOptions } from './create-lob.ts';

/** Lob's settings, by their variables. */
export interface LobVariables {
  readonly LOB_URL?: string | undefined;
  readonly LOB_API_KEY?: string | undefined;
  readonly LOB_FROM?: LobOptions['from'];
  readonly LOB_USE_TYPE?: 'marketing' | 'operational' | undefined;
  readonly LOB_GRACE_MINUTES?: number | undefined;
  readonly LOB_TIMEOUT_MS?: number | undefined;
}

/** The printer `lob`; undefined where it is not configured: without a key. */
export function lobFromSettings({ LOB_URL: url = 'https://api.lob.com', LOB_API_KEY: key, LOB_FROM: from, LOB_USE_TYPE: useType = 'marketing', LOB_GRACE_MINUTES: grace = 60, LOB_TIMEOUT_MS: timeoutMs = 30_000 }: LobVariables): PrintProvider | undefined {
  return key === undefined ? undefined : createLob({ url, key, from, useType, graceMs: grace * 60_000, timeoutMs });
}
