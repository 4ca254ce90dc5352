import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { matchPurchases, type MatchResult } from '../../client/match/match-purchases.ts';
import { renderMatch } from '../report/match-result.ts';
import { withStore } from './connect.ts';

/**
 * Matches a shop's file to a campaign of the database that the environment names.
 *
 * @returns what came of it, and the same as text for the terminal.
 * @throws Error when the file, the campaign or the database is not there.
 */
export async function matchFile(file: string, campaignId: string): Promise<{ readonly result: MatchResult; readonly shown: string }> {
  const handle = await open(file).catch((error: unknown) => {
    throw new Error(`Expected a CSV file at ${file}, got ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none there' : String(error)}.`, { cause: error });
  });
  try {
    const result = await withStore((store) => matchPurchases(store, { campaignId, csv: handle.createReadStream({ autoClose: false }), source: `import:${basename(file)}` }));
    return { result, shown: `${renderMatch(result, { title: `${basename(file)} for ${campaignId}` })}\n` };
  } finally {
    await handle.close();
  }
}
