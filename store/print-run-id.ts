/** What a print run's id is made of. */
export interface PrintRunIdParts {
  readonly campaignId: string;
  /** Such as `a6-postcard`. */
  readonly format: string;
  /** Campaign time in milliseconds. */
  readonly cutOff: number;
  /** 1 is the first of a cut-off, and unless said. */
  readonly batch?: number;
}

/** @example printRunIdOf({ campaignId: 'spring', format: 'a6-postcard', cutOff, batch: 2 }) // 'spring/a6-postcard/2027-03-01T17:00:00.000Z/2' */
export function printRunIdOf({ campaignId, format, cutOff, batch = 1 }: PrintRunIdParts): string {
  return `${campaignId}/${format}/${new Date(cutOff).toISOString()}${batch > 1 ? `/${batch}` : ''}`;
}

/**
 * Reads a print run's id. One of before there were formats, `<campaign>/<cut-off>`, is of A6 postcards.
 *
 * @throws Error when it is none.
 */
export function partsOfPrintRunId(runId: string): Required<PrintRunIdParts> {
  const segments = runId.split('/');
  const [campaignId = '', format = '', at = '', number = '1'] = segments.length === 2 ? [segments[0], 'a6-postcard', segments[1]] : segments;
  const [cutOff, batch] = [Date.parse(at), Number(number)];
  if (campaignId === '' || format === '' || Number.isNaN(cutOff) || !Number.isInteger(batch) || batch < 1 || segments.length > 4) {
    throw new Error(`Expected a print run's id as <campaign>/<format>/<cut-off in ISO 8601>, and /<batch> from the second on, got '${runId}'.`);
  }
  return { campaignId, format, cutOff, batch };
}
