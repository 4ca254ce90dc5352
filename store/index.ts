/**
 * Postgres: one module of queries per table family. Imports nothing of ours but types of `engine` and `scenarios/vocabulary`.
 * Exports only.
 */
export { connectStore, type ConnectOptions, type Store } from './connect.ts';
export { migrate } from './migrate.ts';
export type { ConsentPurpose, Database, Entries, EventRow, LinkKind, NewEvent } from './schema.ts';
export { areaResponse, findArea, hasReplied, recordLeaflet, saveAreas, type Area, type AreaResponse, type DropArea, type FoundArea } from './area-drops.ts';
export { hasHumanClick, judgeClicks, type Neighbourhood } from './click-evidence.ts';
export { findCampaign, findOpenCampaign, setEntries, type Campaign, type CampaignEntry } from './campaigns.ts';
export { mayTouch, reachableOf, type Permission, type Standing } from './consent.ts';
export { answersSince, recordEvent, type RecordedEvent } from './events.ts';
export { enterByEvent, type Entry, type EntryEvent, type NotEntered } from './entries.ts';
export { claimEntries, startFailed, type EntryToStart } from './entries-to-start.ts';
export { journeyIdOf, JOURNEY_KEY, partsOfJourneyId, PROSPECT_ID } from './journey-id.ts';
export { markStarted, type Startable } from './journeys.ts';
export { journeysOfProspect, type JourneyOfProspect } from './journeys-of-prospect.ts';
export { findLink, revokeLinks, type Link } from './links.ts';
export { markNotRunning, markSignalled, pendingEvents, signalFailed, type PendingEvent, type PendingOptions } from './pending-events.ts';
export { learnFacts, recordConsent, saveProspects, suppress, type Consent, type NewProspect } from './prospects.ts';
export { loadRecipient, opensMayBeSeen, reachable, type Identity, type Recipient } from './recipient.ts';
export { ALPHABET, makeToken, TOKEN_PATTERN } from './tokens.ts';
