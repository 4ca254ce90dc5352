import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import type { LinkKind } from './schema.ts';
import { tokensMeant } from './tokens.ts';

/** Where a token leads, and all that is known about it without knowing the person. */
export interface Link {
  /** In upper case, as it was made. */
  readonly token: string;
  readonly kind: LinkKind;
  readonly name: string;
  /** For `qr` and `purl` the name of the scenario's page, for `click` a URL or a page. */
  readonly target: string;
  readonly prospectId: string;
  /** It was taken back: its page is closed, withdrawing by it goes on working. */
  readonly isRevoked: boolean;
  readonly touch: {
    /** The key of table `touches`. */
    readonly id: string;
    /** `<message>/<occurrence>`: its name within the journey, as reports give it. */
    readonly name: string;
    readonly medium: TouchMedium;
    /** When it was sent: real time, and the campaign's. */
    readonly sentAt: Date;
    readonly sentAtCampaignTime: Date;
  };
  readonly journey: { readonly id: string; readonly status: 'entered' | 'started' | 'ended'; /** Its own, over the prospect's. */ readonly facts: Readonly<Record<string, unknown>> };
  /** `version` is the one that leads this journey. */
  readonly campaign: { readonly id: string; readonly scenario: string; readonly version: number; readonly clock: Clock };
}

/**
 * Follows a token, in any letter case, in one query. Symbols that no token has (0, O, 1, I, L) are taken for those that they look like, where that leads
 * to one token and no other.
 *
 * @returns undefined for what is not a token and for a token that was never given out, alike: the caller can't tell, so neither can a guesser.
 * @example (await findLink(store, '7kq9xm2pab'))?.kind // 'qr'
 */
export async function findLink(store: Store, token: string): Promise<Link | undefined> {
  return (await findLinks(store, [token]))[0];
}

/** Finds a link by a token: `findLink` bound to a store. */
export type FindLink = (token: string) => Promise<Link | undefined>;

/** `findLink` for several tokens, in one query, in their order. */
export function findLinks(store: Store, tokens: readonly string[]): Promise<(Link | undefined)[]> {
  return byToken(tokens, async (meant) => {
    const { rows } = await sql<LinkRow>`SELECT ${LINK} FROM ${LINKED} WHERE l.token = ANY(${meant}::text[])`.execute(store);
    return rows.map(linkOf);
  });
}

/** What each token leads to, of what is found by all that they may mean. */
export async function byToken<Found extends { readonly token: string }>(tokens: readonly string[], find: (meant: readonly string[]) => Promise<readonly Found[]>): Promise<(Found | undefined)[]> {
  const meant = tokens.map(tokensMeant);
  const asked = meant.flat();
  const found = new Map((asked.length === 0 ? [] : await find(asked)).map((one) => [one.token, one]));
  return meant.map((those) => {
    const [one, another] = those.flatMap((token) => found.get(token) ?? []);
    return another ? undefined : one;
  });
}

/** A link with its touch, journey and campaign, and its columns. */
export const LINKED = sql`links l JOIN touches t ON t.id = l.touch_id JOIN journeys j ON j.id = l.journey_id JOIN campaigns c ON c.id = j.campaign_id`;
export const LINK = sql`
  l.token, l.kind, l.name, l.target, l.touch_id, l.journey_id, l.revoked_at, t.medium, t.at, t.campaign_at,
  j.prospect_id, j.status, j.facts AS journey_facts, j.campaign_id, c.scenario, c.clock, coalesce(j.version, c.version) AS version`;

export interface LinkRow {
  token: string;
  kind: LinkKind;
  name: string;
  target: string;
  touch_id: string;
  journey_id: string;
  revoked_at: Date | null;
  medium: TouchMedium;
  at: Date;
  campaign_at: Date;
  prospect_id: string;
  status: Link['journey']['status'];
  journey_facts: Record<string, unknown>;
  campaign_id: string;
  scenario: string;
  clock: Clock;
  version: number;
}

export function linkOf(row: LinkRow): Link {
  return {
    token: row.token,
    kind: row.kind,
    name: row.name,
    target: row.target,
    prospectId: row.prospect_id,
    isRevoked: row.revoked_at !== null,
    touch: { id: row.touch_id, name: row.touch_id.slice(row.journey_id.length + 1), medium: row.medium, sentAt: row.at, sentAtCampaignTime: row.campaign_at },
    journey: { id: row.journey_id, status: row.status, facts: row.journey_facts },
    campaign: { id: row.campaign_id, scenario: row.scenario, version: row.version, clock: row.clock },
  };
}

/** Takes back all links of a journey, such as those of cards that went to a wrong address; @returns how many were good until now. */
export async function revokeLinks(store: Store, journeyId: string): Promise<number> {
  const { numUpdatedRows } = await store.updateTable('links').set({ revoked_at: new Date() }).where('journey_id', '=', journeyId).where('revoked_at', 'is', null).executeTakeFirst();
  return Number(numUpdatedRows);
}
