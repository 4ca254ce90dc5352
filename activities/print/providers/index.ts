/**
 * Who prints and posts. Every printer is a `PrintProvider`; a rendered run is handed over to the one that its campaign names, and is handed over once however
 * often it is tried. Needs a worker's settings, no store. Exports only.
 */
export type { HandedOverJob, HandOverOptions, JobFile, JobPiece, PrinterReport, PrintJob, PrintProvider, Receipt } from './print-provider.ts';
export { createFolder, type FolderOptions } from './folder.ts';
export { createSftp, type SftpOptions } from './sftp/sftp.ts';
export { printerNamed, printProviders, type PrinterSettings } from './printers.ts';
export { jobName } from './job-name.ts';
export { readPrinterReport, REPORT_COLUMNS, REPORT_NAME } from './printed-report.ts';
