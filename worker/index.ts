/**
 * The process that hosts workflows and activities, and the replay of journeys against its code. Exports only.
 */
export { bundleWorkflows, createWorker, type WorkerParts } from './create-worker.ts';
export { replayJourneys, type Replay, type Replayed, type ReplayOptions } from './replay-journeys.ts';
