import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Client } from '@temporalio/client';
import { recordAct } from '../store/operator-acts.ts';
import type { Store } from '../store/index.ts';
import { pathHere, type Said } from './page/place.ts';
import { fieldsOf, type DashboardParts, type Order } from './parts.ts';

/** Milliseconds that a workflow may take to answer: it needs a worker. */
const PATIENCE = 10_000;
const COOKIE = 'parcours-said';

export interface CarryOutParts extends Pick<DashboardParts, 'whoAsks'> {
  readonly store: Store;
  readonly client: Client;
  readonly secure: boolean;
}

/** See `DashboardParts`. What failed is on record too, with its reason. */
export function createCarryOut({ store, client, secure, whoAsks }: CarryOutParts): DashboardParts['carryOut'] {
  return async (request, reply, { work, ...order }: Order) => {
    const problem = await client.withDeadline(Date.now() + PATIENCE, work).then(
      () => undefined,
      (error: unknown) => messageOf(error),
    );
    if (problem !== undefined) request.log.warn({ act: order.act, problem }, 'an operator’s act failed');
    await recordAct(store, { ...order, operator: whoAsks(request).operator, problem });
    const said: Said = { kind: problem === undefined ? 'done' : 'problem', about: order.act, detail: problem };
    reply.setCookie(COOKIE, Buffer.from(JSON.stringify(said)).toString('base64url'), { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: 30 });
    return reply.redirect(pathHere(fieldsOf(request)['back']), 303);
  };
}

/** What is to be said on this page of an act before it, once. */
export function takeSaid(request: FastifyRequest, reply: FastifyReply): Said | undefined {
  const cookie = request.cookies[COOKIE];
  if (cookie === undefined) return undefined;
  reply.clearCookie(COOKIE, { path: '/' });
  try {
    const { kind, about, detail } = JSON.parse(Buffer.from(cookie, 'base64url').toString()) as Said;
    return { kind: kind === 'done' ? 'done' : 'problem', about: String(about), detail: detail === undefined ? undefined : String(detail).slice(0, 600) };
  } catch {
    return undefined;
  }
}

function messageOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return cause instanceof Error && !message.includes('Expected') ? `${message}: ${cause.message}` : message;
}
