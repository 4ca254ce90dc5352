/**
 * Postgres: one module of queries per table family. Imports nothing of ours but types of `engine`, `learning` and `scenarios/vocabulary`.
 * Exports only.
 */
export { connectStore, type ConnectOptions, type Store } from './connect.ts';
export { isAboutContent, isAway } from './database-errors.ts';
export { migrate } from './migrate.ts';
export type { ConsentPurpose, Database, Entries, EventRow, LinkKind, NewEvent } from './schema.ts';
export { areaResponse, findArea, hasReplied, recordLeaflet, saveAreas, type Area, type AreaResponse, type DropArea, type FoundArea } from './area-drops.ts';
export { hasHumanClick, judgeClicks, type Neighbourhood } from './click-evidence.ts';
export { acceptLesson, dismissLesson, lessonLog, lessonsOf, saveLook, type CampaignLessons, type Decided, type Lesson, type LessonDecision, type LoggedDecision } from './lessons.ts';
export { knownFacts, type KnownFact } from './fact-sources.ts';
export { findCampaign, findOpenCampaign, setEntries, type Campaign, type CampaignEntry } from './campaigns.ts';
export { mayTouch, reachableOf, type Permission, type Standing } from './consent.ts';
export { answersSince, recordEvent, type RecordedEvent } from './events.ts';
export { enterByEvent, type Entry, type EntryEvent, type NotEntered } from './entries.ts';
export { claimEntries, startFailed, type EntryToStart } from './entries-to-start.ts';
export { journeyIdOf, JOURNEY_KEY, partsOfJourneyId, PROSPECT_ID } from './journey-id.ts';
export { markStarted, type Startable } from './journeys.ts';
export { journeysOfOrder } from './journeys-of-order.ts';
export { journeysOfProspect, type JourneyOfProspect } from './journeys-of-prospect.ts';
export { listAddresses, prospectsListed, type ListedAddress } from './listed-addresses.ts';
export { storeHits, type Hit } from './hits.ts';
export { findLink, findLinks, revokeLinks, type FindLink, type Link } from './links.ts';
export { markNotRunning, markSignalled, pendingEvents, signalFailed, type PendingEvent, type PendingOptions } from './pending-events.ts';
export { failPieces, postponePieces, unmakePiece, type FailedPiece } from './print-failures.ts';
export { PRINT_AT_ONCE, type PrintFile, type PrintPlan, type PrinterReport, type PrintRunStatus, type Reconciliation } from './print-plan.ts';
export { partsOfPrintRunId, printRunIdOf, type PrintRunIdParts } from './print-run-id.ts';
export { findApproval, findPrintRun, listPrintRuns, savePrinterReport, type ListedRun, type PrintRun } from './print-runs.ts';
export { saveSeeds, seedNumberOf, seedPieceId, seedsOf, type SeedAddress } from './print-seeds.ts';
export { decisionsOf, type DecisionRecord } from './decisions.ts';
export { currentPolicies, policyHistory, type CurrentPolicy, type PastPolicy } from './policies.ts';
export { overridePolicy, type OverrideOnRecord, type OverrideRequest, type PolicyOverride } from './policy-overrides.ts';
export { dropSegment, droppedSegments, restoreSegment, ruleOf, type DroppedSegment, type Segment, type SegmentOp, type SegmentValue } from './segments.ts';
export { learnFacts, recordConsent, saveProspects, type Consent, type NewProspect } from './prospects.ts';
export { markReturned, type Deliverability } from './deliverability.ts';
export { recordInHome, type InHomeReport } from './in-home.ts';
export { suppress } from './suppressions.ts';
export { ALPHABET, makeToken, TOKEN_PATTERN, tokensMeant, withFreshTokens } from './tokens.ts';
export { openPages, type Followed, type Opening } from './openings.ts';
export { loadRecipient, loadRecipients, opensMayBeSeen, reachable, type Identity, type Recipient } from './recipient.ts';
