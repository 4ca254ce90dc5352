/**
 * Every scenario version that may be running somewhere. Append only: a journey started under a version needs it until its last day.
 * Runs inside Temporal's workflow sandbox: paths only, never `content/`. Exports only.
 */
export { newestVersion, scenarioNames, scenarioOf } from './registry.ts';
