import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { PrinterReport } from '../../activities/print/providers/print-provider.ts';
import type { PrintRunProgress } from './progress.ts';

/** Lets the run be printed, and all later ones of its campaign and format. */
export const approveUpdate = defineUpdate<PrintRunProgress, [{ readonly by: string }]>('approve');
/** Gives the run up while it waits for an operator; its pieces are recalled. */
export const rejectUpdate = defineUpdate<PrintRunProgress, [{ readonly reason: string; readonly by?: string }]>('reject');
/** Hands a job over again that its printer refused. */
export const retryUpdate = defineUpdate<PrintRunProgress>('retry');
/** Compares a printer's report with what was ordered: the one given, or that which is kept in the run's record. */
export const reconcileUpdate = defineUpdate<PrintRunProgress, [{ readonly report?: PrinterReport } | undefined]>('reconcile');
/** Another run of the campaign's format was approved. */
export const approvedSignal = defineSignal<[{ readonly by: string }]>('approved');
/** Where the run stands. */
export const statusQuery = defineQuery<PrintRunProgress>('status');
