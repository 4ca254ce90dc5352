import { sql } from 'kysely';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { forgetInferredOfObjector } from './fact-sources.ts';
import { appendConsents } from './prospects.ts';
import { closeReturned } from './deliverability.ts';
import { suppress } from './suppressions.ts';

/** What a person may be written to about, by each way; `service` are mails about what they ordered or asked for. */
export const PREFERENCES = ['print', 'email', 'service', 'social'] as const;
export type Preference = (typeof PREFERENCES)[number];

/** A person's preferences as they stand. */
export interface Preferences {
  readonly wanted: Readonly<Record<Preference, boolean>>;
  /** Why it can't be had whatever they want: an address that is dead, such as `returned`, `bounced`. */
  readonly closed: Readonly<Partial<Record<TouchMedium, string>>>;
  /** The world's clock. */
  readonly pausedUntil: Date | null;
}

interface Row {
  readonly consents: Partial<Record<Preference, boolean>>;
  readonly suppressions: Partial<Record<TouchMedium, string>>;
  readonly pausedUntil: Date | null;
}

/** A suppression that the person has asked for, and may take back; the others are of a dead address or a complaint. */
const ASKED_FOR = 'unsubscribed';

/** @returns undefined when there is no such prospect. */
export async function readPreferences(store: Store, prospectId: string): Promise<Preferences | undefined> {
  const { rows } = await sql<Row>`
    SELECT coalesce((SELECT jsonb_object_agg(CASE purpose WHEN 'contact' THEN medium ELSE purpose END, granted)
              FROM (SELECT DISTINCT ON (medium, purpose) medium, purpose, granted FROM consents WHERE prospect_id = p.id AND purpose IN ('contact', 'service') ORDER BY medium, purpose, id DESC) latest), '{}') AS consents,
           coalesce((SELECT jsonb_object_agg(medium, reason) FROM suppressions WHERE prospect_id = p.id), '{}') AS suppressions,
           CASE WHEN p.paused_until > now() THEN p.paused_until END AS "pausedUntil"
      FROM prospects p WHERE p.id = ${prospectId}`.execute(store);
  const row = rows[0];
  if (!row) return undefined;
  const { consents, suppressions, pausedUntil } = row;
  const open = (medium: TouchMedium) => suppressions[medium] === undefined;
  return {
    wanted: {
      print: open('print') && consents.print !== false,
      email: open('email') && consents.email === true,
      service: open('email') && (consents.service ?? consents.email) !== false,
      social: open('social') && consents.social === true,
    },
    closed: Object.fromEntries(Object.entries(suppressions).filter(([, reason]) => reason !== ASKED_FOR)),
    pausedUntil,
  };
}

export interface PreferencesToSave {
  readonly prospectId: string;
  readonly wanted: Readonly<Record<Preference, boolean>>;
  /** Null ends a pause. */
  readonly pausedUntil: Date | null;
  /** The proof: which way it came, such as `preference-centre`, and the name and version of what they read, such as `preferences/1`. */
  readonly source: string;
  readonly wording: string;
}

/**
 * Saves what a person chose, in the transaction given: a consent for each choice that has changed, the suppressions that go with it, the pause. A yes lifts what
 * they once asked for, and never a dead address or a complaint.
 *
 * @returns the media that they have closed by it: their journeys are to be told.
 */
export async function savePreferences(transaction: Store, { prospectId, wanted, pausedUntil, source, wording }: PreferencesToSave): Promise<readonly TouchMedium[]> {
  const before = await readPreferences(transaction, prospectId);
  if (!before) return [];
  const changed = PREFERENCES.filter((preference) => wanted[preference] !== before.wanted[preference]);
  await appendConsents(
    transaction,
    changed.map((preference) => ({ prospectId, medium: preference === 'service' ? 'email' : preference, purpose: preference === 'service' ? 'service' : 'contact', granted: wanted[preference], source, wording })),
  );
  // Who wants no offers and says nothing of service mails goes on getting those.
  if (changed.includes('email') && !changed.includes('service')) await appendConsents(transaction, [{ prospectId, medium: 'email', purpose: 'service', granted: wanted.service, source, wording }]);
  const open: Readonly<Record<TouchMedium, boolean>> = { print: wanted.print, email: wanted.email || wanted.service, social: wanted.social };
  const was: Readonly<Record<TouchMedium, boolean>> = { print: before.wanted.print, email: before.wanted.email || before.wanted.service, social: before.wanted.social };
  for (const medium of ['print', 'email', 'social'] as const) {
    if (open[medium]) await transaction.deleteFrom('suppressions').where('prospect_id', '=', prospectId).where('medium', '=', medium).where('reason', '=', ASKED_FOR).execute();
    else if (was[medium]) await suppress(transaction, { prospectId, medium, reason: ASKED_FOR });
  }
  if (open.print) await closeReturned(transaction, prospectId);
  await forgetInferredOfObjector(transaction, prospectId);
  await transaction.updateTable('prospects').set({ paused_until: pausedUntil }).where('id', '=', prospectId).execute();
  return (['print', 'email', 'social'] as const).filter((medium) => before.wanted[medium] && !wanted[medium]);
}
