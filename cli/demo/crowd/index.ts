/**
 * The people of `npm run demo`. They act on a campaign from outside: they read what is printed and mailed, open pages, and their shops
 * report what they buy, over HTTP only. Nothing here may import `store`, `client`, `activities`, `workflows` or Temporal. Exports only.
 */
export { startCrowd, type Crowd, type CrowdOptions, type CrowdReport } from './crowd.ts';
export { decide, type Decisions } from './decisions.ts';
export type { ReadQrCodes } from './letterbox.ts';
export { ACTS, type Act } from './tally.ts';
