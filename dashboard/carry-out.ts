import type { FastifyReply, FastifyRequest } from 'fastify';
import { isGrpcDeadlineError, WorkflowUpdateRPCTimeoutOrCancelledError, type Client } from '@temporalio/client';
import { recordAct } from '../store/operator-acts.ts';
import type { Store } from '../store/index.ts';
import { pathHere, type Said } from './page/place.ts';
import { fieldsOf, type DashboardParts, type Order } from './parts.ts';

const COOKIE = 'parcours-said';
/** Symbols of a reason that go along: a browser drops a cookie of more than 4 kB. */
const DETAIL_LIMIT = 600;

export interface CarryOutParts extends Pick<DashboardParts, 'whoAsks'> {
  readonly store: Store;
  readonly client: Client;
  readonly secure: boolean;
  /** Milliseconds that a workflow may take to answer: it needs a worker. */
  readonly patience: number;
}

/** See `DashboardParts`. What failed is on record too, with its reason; what nobody answered in time may still be done, and is no failure. */
export function createCarryOut({ store, client, secure, patience, whoAsks }: CarryOutParts): DashboardParts['carryOut'] {
  return async (request, reply, { work, ...order }: Order) => {
    const [kind, problem] = await client.withDeadline(Date.now() + patience, work).then(
      () => ['done', undefined] as const,
      (error: unknown) => (isUnanswered(error) ? (['unanswered', undefined] as const) : (['problem', messageOf(error)] as const)),
    );
    if (kind !== 'done') request.log.warn({ act: order.act, problem: problem ?? 'no answer in time' }, 'an operator’s act failed, or may have');
    await recordAct(store, { ...order, ...(kind === 'unanswered' ? { details: { ...order.details, answer: 'none in time' } } : {}), operator: whoAsks(request).operator, problem });
    const said: Said = { kind, about: order.act, detail: problem?.slice(0, DETAIL_LIMIT) };
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
    return { kind: kind === 'done' || kind === 'unanswered' ? kind : 'problem', about: String(about), detail: detail === undefined ? undefined : String(detail).slice(0, DETAIL_LIMIT) };
  } catch {
    return undefined;
  }
}

/** The order reached Temporal, or may have: a worker that is back carries it out. */
function isUnanswered(error: unknown): boolean {
  return error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpcDeadlineError(error);
}

function messageOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return cause instanceof Error && !message.includes('Expected') ? `${message}: ${cause.message}` : message;
}
