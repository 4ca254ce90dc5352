/** What changes for whom from one version of a scenario to another, in words. Exports only. */
export { diff } from './diff.ts';
export { liveChanges, type LiveChanges } from './live-changes.ts';
