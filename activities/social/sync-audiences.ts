import { audienceChanges, endMemberships, markTold } from '../../store/audiences.ts';
import type { Store } from '../../store/connect.ts';
import { PermanentError } from '../errors.ts';
import { matchKeys } from './match-keys.ts';
import { USERS_AT_ONCE, type Meta } from './meta.ts';

export interface AudienceDeps {
  readonly store: Store;
  readonly meta: Meta | undefined;
  /** Meta's id of each audience, by our name. */
  readonly audiences: Readonly<Record<string, string>>;
  readonly heartbeat?: (progress?: unknown) => void;
}

/** What was done for one audience. Holds nobody: it is written into Temporal's history. */
export interface AudienceSync {
  readonly audience: string;
  readonly added: number;
  readonly removed: number;
  /** Entries that Meta could not read. */
  readonly invalid: number;
  /** Why nobody is put in for now; people are taken out all the same. */
  readonly problem?: string;
}

/** `operation_status` 471: Meta has flagged the audience, and takes nobody in until the advertiser has answered. 470 and below 500 with 4 are errors of the audience itself. */
const CLOSED: ReadonlySet<number> = new Set([410, 414, 433, 434, 450, 471]);

/** Tells Meta who is in each audience: first who has left, then who has come, 10,000 at a time. What was told is on record, so it goes on where it stopped. */
export async function syncAudiences({ store, meta, audiences, heartbeat }: AudienceDeps): Promise<AudienceSync[]> {
  if (!meta) throw new PermanentError('NoMeta', 'Expected META_ACCESS_TOKEN and META_APP_SECRET to be set for audiences, got neither. Set them for the worker.');
  const synced: AudienceSync[] = [];
  for (const [audience, audienceId] of Object.entries(audiences)) {
    await endMemberships(store, audience);
    const removed = await tell({ store, meta, heartbeat }, { audience, audienceId, wanted: false });
    const { code, description } = await meta.audienceState(audienceId);
    const isClosed = CLOSED.has(code);
    const added = isClosed ? { people: 0, invalid: 0 } : await tell({ store, meta, heartbeat }, { audience, audienceId, wanted: true });
    synced.push({ audience, added: added.people, removed: removed.people, invalid: added.invalid + removed.invalid, ...(isClosed ? { problem: `Meta says ${code}: ${description}` } : {}) });
  }
  return synced;
}

interface Telling {
  readonly audience: string;
  readonly audienceId: string;
  readonly wanted: boolean;
}

async function tell({ store, meta, heartbeat }: { store: Store; meta: Meta; heartbeat: AudienceDeps['heartbeat'] }, { audience, audienceId, wanted }: Telling): Promise<{ people: number; invalid: number }> {
  const total = { people: 0, invalid: 0 };
  for (;;) {
    const changes = await audienceChanges(store, { audience, wanted, limit: USERS_AT_ONCE });
    if (changes.length === 0) return total;
    // Who leaves is named by the keys under which they came: a new address would not match.
    const told = changes.map(({ prospectId, identity, toldKeys }) => ({ prospectId, keys: (wanted ? undefined : toldKeys) ?? (identity && matchKeys(prospectId, identity)) }));
    const rows = told.flatMap(({ keys }) => (keys ? [keys] : []));
    if (rows.length > 0) total.invalid += (await meta.changeUsers(audienceId, wanted ? 'add' : 'remove', rows)).invalid;
    await markTold(store, { audience, wanted, told: told.map((one) => (wanted ? one : { ...one, keys: null })) });
    total.people += rows.length;
    heartbeat?.({ audience, ...total });
  }
}
