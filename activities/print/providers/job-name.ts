import { PermanentError } from '../../errors.ts';

/**
 * What a run is called at the printer's: one folder a job, whose name tells campaign, format and cut-off, with the batch behind it when a cut-off has several.
 * No two runs share one: campaigns and formats have no underscore in their names.
 *
 * @throws PermanentError (`BadPrintRun`) for an id that is none, such as one that would lead out of the folder.
 * @example jobName('spring-2027/a6-postcard/2027-03-01T17:00:00.000Z/2') // 'spring-2027_a6-postcard_2027-03-01T17-00-00Z-2'
 */
export function jobName(runId: string): string {
  const [campaign = '', format = '', cutOff = '', batch] = runId.split('/');
  const name = `${campaign}_${format}_${cutOff.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-')}${batch === undefined ? '' : `-${batch}`}`;
  if (runId.split('/').length <= 4 && /^[A-Za-z0-9][A-Za-z0-9-]*_[A-Za-z0-9][A-Za-z0-9.-]*_[0-9T-]+Z(-[0-9]+)?$/.test(name)) return name;
  throw new PermanentError('BadPrintRun', `Expected a print run's id as <campaign>/<format>/<cut-off in ISO 8601>, and /<batch> after the first, got '${runId}'.`);
}
