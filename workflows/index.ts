/**
 * What runs inside Temporal's workflow sandbox: the journey (default export, any scenario version), the campaign that starts journeys,
 * the learning of policies, the print run, the telling of audiences and the mail that proves a mailbox. Nothing reachable from here may load zod, React, pg or a Node built-in. Exports only.
 */
export { audienceSync } from './audience-sync.ts';
export { campaign } from './campaign.ts';
export { confirmConsent } from './confirm-consent.ts';
export { default } from './journey.ts';
export { learning } from './learning.ts';
export { printRun } from './print-run.ts';
