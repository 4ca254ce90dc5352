/** Live campaigns, read from Postgres: every person traced over the scenario's path. Exports only. */
export { withStore } from './connect.ts';
export { traceCampaign, type TracedCampaign, type TracedPerson } from './trace-people.ts';
