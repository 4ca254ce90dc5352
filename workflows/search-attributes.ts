import { defineSearchAttributeKey } from '@temporalio/common';

/**
 * By what an operator searches journeys in Temporal UI, such as `ParcoursScenario = "boiler-renewal" and ParcoursWaitingOn = "print"`.
 * Upserts are billable: change several in one.
 */
export const SCENARIO = defineSearchAttributeKey('ParcoursScenario', 'KEYWORD');
export const CAMPAIGN = defineSearchAttributeKey('ParcoursCampaign', 'KEYWORD');
/** The message of the last touch. */
export const STAGE = defineSearchAttributeKey('ParcoursStage', 'KEYWORD');
/** The medium whose response is awaited. */
export const WAITING_ON = defineSearchAttributeKey('ParcoursWaitingOn', 'KEYWORD');
/** The variant of the last touch that had several. */
export const VARIANT = defineSearchAttributeKey('ParcoursVariant', 'KEYWORD');
/** How the journey ended. */
export const OUTCOME = defineSearchAttributeKey('ParcoursOutcome', 'KEYWORD');

/** All of them: a namespace must know these before its first journey starts. */
export const SEARCH_ATTRIBUTES = [SCENARIO, CAMPAIGN, STAGE, WAITING_ON, VARIANT, OUTCOME] as const;
