/**
 * What services and operators call: connect, import, launch, signal, look. Exports only.
 */
export { closeCampaign } from './close-campaign.ts';
export { connect } from './connect.ts';
export { journeyStatus, journeyTimeline } from './journey-timeline.ts';
export { launchCampaign, type Launched, type LaunchOptions } from './launch-campaign.ts';
export { LaunchError } from './launch-error.ts';
export { campaignProgress, pauseCampaign, resumeCampaign, setCampaignPace, stopCampaign } from './operate-campaign.ts';
export { approvePrintRun, printRunStatus, reconcilePrintRun, rejectPrintRun } from './operate-print-run.ts';
export type { PrintOptions } from './print-plan.ts';
export { ensureSearchAttributes } from './search-attributes.ts';
export { signalJourney } from './signal-journey.ts';
export { startConfirmation } from './start-confirmation.ts';
export { startJourney, type JourneyToStart } from './start-journey.ts';
export { endJourney, explainJourney, journeyLed, moveJourney, pauseJourney, resumeJourney, skipWait } from './operate-journey.ts';
export { moveJourneys, type Moved, type MoveOptions } from './move-journeys.ts';
