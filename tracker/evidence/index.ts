/**
 * How people are told from machines: by what a request says of itself (`machineBehind`), and by what happened around it (`judge`, `holdOf`). One place
 * for QR codes, pages and mails; docs/evidence.md says it in words. Exports only.
 */
export { holdOf, isTooSoon, judge } from './judgement.ts';
export { machineBehind, type Machine } from './machine-behind.ts';
