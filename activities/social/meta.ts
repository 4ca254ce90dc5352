import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { PermanentError, RetryableError } from '../errors.ts';
import { MATCH_SCHEMA } from './match-keys.ts';

export interface MetaOptions {
  /** Meta's Graph API, `https://graph.facebook.com`, or the sandbox's address. */
  readonly url: string;
  /** Such as `v24.0`. */
  readonly version: string;
  /** A system user's token with `ads_management`, and `leads_retrieval` for lead forms. */
  readonly accessToken: string;
  /** Proves that the caller has the app's secret (`appsecret_proof`), so that a stolen token alone is worth nothing. */
  readonly appSecret: string;
  /** Milliseconds until an unanswered request is given up; 20,000 unless said. */
  readonly timeoutMs?: number;
}

/** A lead form's answers, by the field's name. */
export interface Lead {
  readonly id: string;
  readonly formId: string | undefined;
  readonly at: Date;
  readonly fields: Readonly<Record<string, string>>;
}

/** How an audience stands with Meta. */
export interface AudienceState {
  /** `operation_status`: 200 normal, 471 flagged, and others. */
  readonly code: number;
  readonly description: string;
}

/** What we ask of Meta. */
export interface Meta {
  audienceState(audienceId: string): Promise<AudienceState>;
  /** Puts people in or takes them out, 10,000 at most; again does no harm. Returns how many entries Meta could not read. */
  changeUsers(audienceId: string, change: 'add' | 'remove', rows: readonly (readonly string[])[]): Promise<{ invalid: number }>;
  /** @throws PermanentError `MetaNotFound` when there is no such lead. */
  lead(leadId: string): Promise<Lead>;
}

/** People in one request at most (Marketing API, Custom Audiences). */
export const USERS_AT_ONCE = 10_000;

const failure = z.object({ error: z.object({ message: z.string().default(''), code: z.number().default(0), is_transient: z.boolean().optional() }) });
const changed = z.object({ num_invalid_entries: z.number().default(0) });
const state = z.object({ operation_status: z.object({ code: z.number(), description: z.string().default('') }) });
const leadAnswer = z.object({
  id: z.string(),
  form_id: z.string().optional(),
  created_time: z.string(),
  field_data: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
});

/** Too many calls: of the app, the user, the ad account, custom audiences (Graph API, rate limits). */
const BUSY: readonly number[] = [4, 17, 32, 613, 80_000, 80_003, 80_004];
/** The token, or what it may do: an operator mends it. */
const NOT_ALLOWED: readonly number[] = [10, 102, 190, 200, 294];

/**
 * Meta's Graph API as far as we use it, over fetch: four calls with stable shapes. Meta's own package for Node has no types of these and carries the
 * whole Marketing API (docs/decisions/0021-meta-over-fetch.md).
 *
 * @throws (by its functions) RetryableError for network trouble, 5xx, limits and a token that an operator must mend; PermanentError for the rest.
 * @example const meta = createMeta({ url: 'https://graph.facebook.com', version: 'v24.0', accessToken, appSecret });
 */
export function createMeta({ url, version, accessToken, appSecret, timeoutMs = 20_000 }: MetaOptions): Meta {
  const proof = createHmac('sha256', appSecret).update(accessToken).digest('hex');

  async function ask(method: string, path: string, { query = {}, body }: { query?: Record<string, string>; body?: object } = {}): Promise<unknown> {
    const address = new URL(`${url}/${version}/${path}`);
    for (const [name, value] of Object.entries({ ...query, appsecret_proof: proof })) address.searchParams.set(name, value);
    const what = `Meta to answer ${method} ${path.replace(/\d{5,}/, '…')}`;
    const response = await fetch(address, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw new RetryableError('MetaUnreachable', `Expected ${what} at ${url}, got ${error instanceof Error ? error.message : String(error)}.`);
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok && answer !== undefined) return answer;
    throw fromMeta(what, response, answer);
  }

  return {
    async audienceState(audienceId) {
      return parsed(state, await ask('GET', audienceId, { query: { fields: 'operation_status' } })).operation_status;
    },
    async changeUsers(audienceId, change, rows) {
      const payload = { schema: MATCH_SCHEMA, data: rows };
      const answer = await ask(change === 'add' ? 'POST' : 'DELETE', `${audienceId}/users`, { body: { payload } });
      return { invalid: parsed(changed, answer).num_invalid_entries };
    },
    async lead(leadId) {
      const { id, form_id: formId, created_time: at, field_data: fields } = parsed(leadAnswer, await ask('GET', leadId, { query: { fields: 'id,form_id,created_time,field_data' } }));
      return { id, formId, at: new Date(at.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')), fields: Object.fromEntries(fields.map(({ name, values }) => [name, values[0] ?? ''])) };
    },
  };
}

function fromMeta(what: string, { status, headers }: Response, answer: unknown): PermanentError | RetryableError {
  const said = failure.safeParse(answer).data?.error;
  const got = said ? `got error ${said.code} '${said.message.slice(0, 200)}'` : `got status ${status}${answer === undefined ? ' and no JSON' : ''}`;
  if (said && NOT_ALLOWED.includes(said.code)) return new RetryableError('MetaForbidden', `Expected ${what}, ${got}. Check META_ACCESS_TOKEN and META_APP_SECRET, and what the system user may do.`);
  if (said && BUSY.includes(said.code)) return new RetryableError('MetaBusy', `Expected ${what}, ${got}. Trying again later.`, { retryAfterMs: regainMs(headers) });
  if (said?.is_transient || said?.code === 1 || said?.code === 2 || status >= 500 || status === 429 || !said) return new RetryableError('MetaTrouble', `Expected ${what}, ${got}. Trying again later.`);
  if (status === 404 || said.code === 803 || said.code === 100) return new PermanentError('MetaNotFound', `Expected ${what}, ${got}. Check the id in META_AUDIENCES, and that the token sees it.`);
  return new PermanentError('MetaRefused', `Expected ${what}, ${got}. See Meta's reference of error codes.`);
}

/** Minutes in the header of business use cases; a quarter of an hour where it says nothing. */
function regainMs(headers: Headers): number {
  const minutes = [...(headers.get('x-business-use-case-usage') ?? '').matchAll(/"estimated_time_to_regain_access"\s*:\s*(\d+)/g)].map(([, value]) => Number(value));
  return Math.max(1, ...minutes, minutes.length === 0 ? 15 : 1) * 60_000;
}

function parsed<Shape extends z.ZodType>(shape: Shape, answer: unknown): z.infer<Shape> {
  const { data, error } = shape.safeParse(answer);
  if (data !== undefined) return data;
  throw new RetryableError('MetaTrouble', `Expected an answer of Meta in its documented shape, got one with problems in ${error?.issues.map(({ path }) => path.join('.')).join(', ')}.`);
}
