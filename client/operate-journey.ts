import type { Client } from '@temporalio/client';
import type { Acceptance, Explanation } from '../engine/index.ts';
import type { JourneyStatus, LedSoFar } from '../workflows/journey-input.ts';
import { executeUpdate } from './execute-update.ts';

/**
 * Why each touch was sent or not, and what each wait was for.
 *
 * @throws when no such journey is known to Temporal.
 * @example (await explainJourney(client, 'spring/p-001')).touches[0]?.why // 'sent'
 */
export function explainJourney(client: Client, journeyId: string): Promise<Explanation> {
  return client.workflow.getHandle(journeyId).query<Explanation>('explain');
}

/** What a journey began with and has lived through: for dry runs and what-ifs. */
export function journeyLed(client: Client, journeyId: string): Promise<LedSoFar> {
  return client.workflow.getHandle(journeyId).query<LedSoFar>('led');
}

/** Nothing goes out until `resumeJourney`; waits go on, and so does what ends the journey. */
export function pauseJourney(client: Client, journeyId: string): Promise<JourneyStatus> {
  return update<JourneyStatus>(client, journeyId, 'pause');
}

export function resumeJourney(client: Client, journeyId: string): Promise<JourneyStatus> {
  return update<JourneyStatus>(client, journeyId, 'resume');
}

/** Ends the waits and sleeps that a journey stands in, as if their time was up. */
export function skipWait(client: Client, journeyId: string): Promise<JourneyStatus> {
  return update<JourneyStatus>(client, journeyId, 'skip');
}

/** Ends a journey in good order: `finally` blocks run, queued mailpieces are recalled. `stopped` unless another outcome is said. */
export function endJourney(client: Client, journeyId: string, outcome = 'stopped'): Promise<JourneyStatus> {
  return update<JourneyStatus>(client, journeyId, 'end', { outcome });
}

/**
 * Moves a journey to another version of its scenario, if that version takes over what was lived through so far; else it stays, with the reason.
 *
 * @throws Error when its worker does not know that version, or the journey is led by it already.
 * @example await moveJourney(client, 'spring/p-001', 2) // { accepted: true, wouldSend: [], leftOver: [], stage: 'renewal-postcard' }
 */
export function moveJourney(client: Client, journeyId: string, version: number): Promise<Acceptance> {
  return update<Acceptance>(client, journeyId, 'move', { version });
}

function update<Answer>(client: Client, journeyId: string, name: string, options: object = {}): Promise<Answer> {
  return executeUpdate(client, { workflowId: journeyId, name, options });
}
