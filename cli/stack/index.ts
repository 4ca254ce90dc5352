/**
 * All that a campaign runs on, started from one process that nothing of it outlives: PostgreSQL, Temporal, worker, tracker, sandbox.
 * Exports only.
 */
export { freePort } from './free-port.ts';
export { startPostgres, type Postgres } from './postgres.ts';
export { createService, type Service } from './processes.ts';
export { elapsed, withProgress, type Screen } from './progress-line.ts';
export { STACK_FOLDER, useRunningStack, writeStackFile } from './stack-file.ts';
export { startStack, type Stack, type StackOptions } from './start-stack.ts';
export { startTemporal, type Temporal } from './temporal-server.ts';
