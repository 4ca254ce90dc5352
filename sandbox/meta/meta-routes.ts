import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

export interface MetaSandboxOptions {
  readonly accessToken: string;
  readonly appSecret: string;
  /** Where webhooks of lead forms go; nowhere when left out. */
  readonly webhookUrl?: string | undefined;
}

interface Audience {
  status: { code: number; description: string };
  /** Rows by their first key. */
  readonly users: Map<string, readonly string[]>;
  /** How many entries each request had. */
  readonly requests: { readonly change: 'add' | 'remove'; readonly entries: number }[];
}

const users = z.object({ payload: z.object({ schema: z.array(z.string()).min(1), data: z.array(z.array(z.string())) }) });
const lead = z.strictObject({ form: z.string().regex(/^\d+$/), page: z.string().regex(/^\d+$/).default('1001'), fields: z.record(z.string(), z.string()) });
const fault = z.strictObject({ status: z.int().min(400).max(599), code: z.int().default(2), message: z.string().default('The sandbox was asked to fail'), count: z.int().min(1).default(1) });

/** Entries in one request at most. */
const LIMIT = 10_000;
const HEX = /^[0-9a-f]{64}$/;

/** Meta's Graph API as far as Parcours uses it: Custom Audiences' users and state, leads, and signed webhooks of lead forms. Kept in memory. */
export function metaRoutes(app: FastifyInstance, { accessToken, appSecret, webhookUrl }: MetaSandboxOptions): void {
  const audiences = new Map<string, Audience>();
  const leads = new Map<string, object>();
  const faults: z.infer<typeof fault>[] = [];
  const proof = createHmac('sha256', appSecret).update(accessToken).digest('hex');
  const audienceOf = (id: string): Audience => {
    const known = audiences.get(id) ?? { status: { code: 200, description: 'This audience is ready for use.' }, users: new Map<string, readonly string[]>(), requests: [] };
    audiences.set(id, known);
    return known;
  };

  const authorise = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { appsecret_proof: given = '' } = request.query as { appsecret_proof?: string };
    if (request.headers.authorization !== `Bearer ${accessToken}` || !same(given, proof)) return reply.code(400).send(problem(190, 'Invalid OAuth access token.'));
    const next = faults[0];
    if (!next) return undefined;
    next.count -= 1;
    if (next.count === 0) faults.shift();
    return reply.code(next.status).send(problem(next.code, next.message));
  };

  const change = (kind: 'add' | 'remove') => async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
    const parsed = users.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send(problem(100, 'Invalid parameter'));
    const { schema, data } = parsed.data.payload;
    if (data.length > LIMIT) return reply.code(400).send(problem(100, `Expected ${LIMIT} entries at most, got ${data.length}`));
    const audience = audienceOf(request.params.id);
    if (kind === 'add' && audience.status.code === 471) return reply.code(400).send(problem(2654, 'Custom Audience is flagged'));
    audience.requests.push({ change: kind, entries: data.length });
    const invalid = data.filter((row) => row.length !== schema.length || !row.every((value, index) => value === '' || schema[index] === 'EXTERN_ID' || HEX.test(value)));
    for (const row of data.filter((one) => !invalid.includes(one))) {
      if (kind === 'add') audience.users.set(row[0]!, row);
      else audience.users.delete(row[0]!);
    }
    return { audience_id: request.params.id, session_id: String(randomInt(1e9)), num_received: data.length, num_invalid_entries: invalid.length, invalid_entry_samples: {} };
  };
  app.post<{ Params: { version: string; id: string } }>('/:version(^v\\d+\\.\\d+$)/:id/users', { preHandler: authorise }, change('add'));
  app.delete<{ Params: { version: string; id: string } }>('/:version(^v\\d+\\.\\d+$)/:id/users', { preHandler: authorise }, change('remove'));
  app.get<{ Params: { version: string; id: string } }>('/:version(^v\\d+\\.\\d+$)/:id', { preHandler: authorise }, async (request, reply) => {
    const { id } = request.params;
    if (leads.has(id)) return leads.get(id);
    const known = audiences.get(id) ?? (id.startsWith('9') ? undefined : audienceOf(id));
    return known ? { id, operation_status: known.status } : reply.code(400).send(problem(100, 'Unsupported get request. Object does not exist'));
  });

  app.get<{ Params: { id: string } }>('/sandbox/meta/audiences/:id', async (request) => {
    const { status, users: members, requests } = audienceOf(request.params.id);
    return { status, users: [...members.values()], requests };
  });
  app.post<{ Params: { id: string }; Body: { code: number; description: string } }>('/sandbox/meta/audiences/:id', async (request) => {
    audienceOf(request.params.id).status = request.body;
    return request.body;
  });
  app.post('/sandbox/meta/faults', async (request) => faults.push(fault.parse(request.body)));
  app.post('/sandbox/meta/leads', async (request, reply) => {
    const parsed = lead.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ message: z.prettifyError(parsed.error) });
    const { form, page, fields } = parsed.data;
    const id = `55${randomInt(1e9, 1e10)}`;
    const at = new Date();
    leads.set(id, { id, form_id: form, created_time: at.toISOString().replace(/\.\d+Z$/, '+0000'), field_data: Object.entries(fields).map(([name, value]) => ({ name, values: [value] })) });
    const seconds = Math.floor(at.getTime() / 1_000);
    const body = JSON.stringify({ object: 'page', entry: [{ id: page, time: seconds, changes: [{ field: 'leadgen', value: { leadgen_id: id, page_id: page, form_id: form, created_time: seconds } }] }] });
    const told = webhookUrl === undefined ? undefined : await post(webhookUrl, body, appSecret);
    return reply.code(201).send({ id, told });
  });
}

async function post(url: string, body: string, appSecret: string): Promise<number> {
  const signature = createHmac('sha256', appSecret).update(body).digest('hex');
  const { status } = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` }, body });
  return status;
}

function problem(code: number, message: string) {
  return { error: { message, type: 'OAuthException', code, fbtrace_id: 'sandbox' } };
}

function same(given: string, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
