/**
 * Paper: mailpieces are queued for a print run, and a run that is closed is rendered with a manifest and a job ticket, handed over and compared with what the
 * printer says (`run/`). Needs `store` and the scenario's content. Exports only.
 */
export { ADDRESS_LINE_LENGTH, ADDRESS_LINES, ADDRESS_REASONS, addressBlock, checkAddress, type AddressBlock, type AddressOptions, type AddressProblem } from './address/index.ts';
export { fittedTo, type Fitted, type Lacks } from './fitted-to.ts';
export { designProblems } from './designs/check-design.ts';
export { FORMATS, safeBox, visibleThrough, type AddressZone, type KeptZone, type MailpieceFormat, type WindowEnvelope } from './formats/index.ts';
export { MANIFEST_COLUMNS, manifestCsv, manifestJson, type ManifestRow } from './manifest.ts';
export { formatOf, isDesigned, type Piece, type PrintedPiece } from './piece.ts';
export { printedAddress, purlPath, type PurlParts } from './purl.ts';
export { qrAdvice, type QrAdvice } from './qr-advice.ts';
export { queueMailpiece, type QueuedMailpiece } from './queue-mailpiece.ts';
export { recallMailpiece } from './recall.ts';
export type { PrintRunDeps } from './run/print-run-deps.ts';
export { renderPrintRun, type PrintRunOptions, type RenderedRun } from './render-print-run.ts';
export { UnprintableError, type UnprintableType } from './unprintable-error.ts';
