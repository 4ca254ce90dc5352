/** Looks PDFs over before they go to the press, ours and others'. Reads them with a reader of its own that bounds time and memory. Exports only. */
export { CODES, type Code, type Kind, type Severity } from './codes.ts';
export type { Finding, Place } from './findings.ts';
export { LIMITS, type Limits } from './limits.ts';
export { preflight, type PreflightOptions, type PreflightReport, type WantedFormat } from './preflight.ts';
