/**
 * HTTP in: QR redirects, personal pages, clicks, withdrawals, webhooks and service events; stored, answered, then signalled. May import
 * store, client, engine and scenarios/content. Exports only; the process is main.ts.
 */
export { createTracker, type TrackerOptions } from './create-tracker.ts';
export type { Start } from './starter.ts';
export { startRelay, type Relay, type RelayOptions } from './relay.ts';
export { createSignaller, type Signal, type Signaller, type SignallerOptions, type Tellable } from './signaller.ts';
export { trackerSettings, type TrackerSettings } from './settings.ts';
export { voucherOf } from './link-token.ts';
