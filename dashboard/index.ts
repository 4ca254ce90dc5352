/**
 * The operator's web pages, rendered on the server: campaigns, people, events, print runs, and what may be done about them. Reads Postgres by `store`, does
 * things by `client`; nothing imports it but `cli` (its look is the preview's too). Exports only.
 */
export { createDashboard, type DashboardOptions } from './create-dashboard.ts';
export { hashPassword, makePassword } from './sign-in/password.ts';
