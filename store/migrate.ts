import { Migrator, sql, type Migration } from 'kysely';
import type { Store } from './connect.ts';
import * as foundation from './migrations/0001-foundation.ts';
import * as entries from './migrations/0002-entries.ts';
import * as ledBy from './migrations/0003-led-by.ts';
import * as areaDrops from './migrations/0004-area-drops.ts';
import * as printRuns from './migrations/0005-print-runs.ts';
import * as postal from './migrations/0006-postal.ts';
import * as evidence from './migrations/0008-evidence.ts';
import * as audiences from './migrations/0009-audiences.ts';
import * as preferences from './migrations/0010-preferences.ts';
import * as suppressionLists from './migrations/0011-suppression-lists.ts';
import * as mailSlots from './migrations/0012-mail-slots.ts';
import * as pageConsents from './migrations/0013-page-consents.ts';
import * as policies from './migrations/0014-policies.ts';
import * as figures from './migrations/0015-figures.ts';
import * as lessons from './migrations/0016-lessons.ts';
import * as operators from './migrations/0017-operators.ts';
import * as touchProblems from './migrations/0018-touch-problems.ts';
import * as ordersCountedOnce from './migrations/0019-orders-counted-once.ts';
import * as consentMails from './migrations/0020-consent-mails.ts';

/** In order; append only. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-entries': entries,
  '0003-led-by': ledBy,
  '0004-area-drops': areaDrops,
  '0005-print-runs': printRuns,
  '0006-postal': postal,
  '0008-evidence': evidence,
  '0009-audiences': audiences,
  '0010-preferences': preferences,
  '0011-suppression-lists': suppressionLists,
  '0012-mail-slots': mailSlots,
  '0013-page-consents': pageConsents,
  '0014-policies': policies,
  '0015-figures': figures,
  '0016-lessons': lessons,
  '0017-operators': operators,
  '0018-touch-problems': touchProblems,
  '0019-orders-counted-once': ordersCountedOnce,
  '0020-consent-mails': consentMails,
};

/**
 * Brings the schema up to date, once, however many processes try at the same time.
 *
 * @returns the names of the migrations that were applied now.
 */
export async function migrate(store: Store, schema = 'public'): Promise<string[]> {
  await sql`create schema if not exists ${sql.ref(schema)}`.execute(store);
  const migrator = new Migrator({ db: store, provider: { getMigrations: async () => MIGRATIONS }, migrationTableSchema: schema });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
