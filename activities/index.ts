/**
 * Effects: what journeys, campaigns and print runs do to the world. Each touch activity decides (consent, suppression, variant), sends
 * and records, once per touch however often it is tried. Exports only.
 */
export { createActivities, type Activities, type ActivityDeps } from './create-activities.ts';
