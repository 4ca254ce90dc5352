import { sql } from 'kysely';
import type { Store } from './connect.ts';
import { insertionOf, type Hit } from './hits.ts';
import { byToken, LINK, LINKED, linkOf, type Link, type LinkRow } from './links.ts';
import { RECIPIENT, recipientOf, type Recipient, type RecipientRow } from './recipient.ts';

/** A link of a personal page with all that the page is drawn from. */
export interface Opening extends Link {
  readonly reader: Recipient;
  /** The reader was asked within a day to confirm a consent by mail, and has neither done so nor could not be written to. */
  readonly isConfirmationOnItsWay: boolean;
}

/** A token that was followed, and the hit to be stored if it leads somewhere. */
export interface Followed {
  readonly token: string;
  readonly hit: Hit | undefined;
}

/**
 * Follows tokens as `findLink` does, loads their readers with them and stores the hits, all in one statement, in their order. When this returns, the hits
 * are committed.
 *
 * @returns undefined as `findLink` does, and for a reader who is erased.
 * @example const [opening] = await openPages(store, [{ token: '7kq9xm2pab', hit: undefined }]);
 */
export function openPages(store: Store, followed: readonly Followed[]): Promise<(Opening | undefined)[]> {
  const tokens = followed.map(({ token }) => token);
  const hits = followed.flatMap(({ hit }) => hit ?? []);
  return byToken(tokens, async (meant) => {
    const { rows } = await sql<LinkRow & RecipientRow & { is_confirming: boolean }>`
      WITH stored AS (${insertionOf(hits)})
      SELECT ${LINK}, ${RECIPIENT},
             EXISTS (SELECT FROM consent_requests WHERE prospect_id = p.id AND asked_at > now() - interval '1 day' AND status IN ('asked', 'sent')) AS is_confirming
        FROM ${LINKED} JOIN prospects p ON p.id = j.prospect_id LEFT JOIN identities i ON i.prospect_id = p.id
       WHERE l.token = ANY(${meant}::text[])`.execute(store);
    return rows.map((row) => ({ ...linkOf(row), reader: recipientOf(row), isConfirmationOnItsWay: row.is_confirming }));
  });
}
