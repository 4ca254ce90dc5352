import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault, Faults } from '../faults.ts';
import type { Life } from './life.ts';
import { RESOURCES, type Artwork, type KeptPiece, type Resource } from './mailpiece.ts';
import { pieceBody } from './piece-body.ts';
import { checkPiece } from './piece-check.ts';
import { readPieceForm } from './piece-form.ts';
import { isCancellable, listPieces, type ListQuery } from './piece-list.ts';
import type { Pieces } from './pieces.ts';
import { openRateLimit, type RateLimit } from '../rate-limit.ts';
import { LobRefusal, refuse } from './refusal.ts';
import type { SandboxTime } from './sandbox-time.ts';

interface LobParts {
  /** The API key that callers must show, such as `test_…`. */
  readonly key: string;
  readonly rate: RateLimit;
  readonly pieces: Pieces;
  readonly life: Life;
  readonly time: SandboxTime;
  readonly faults: Faults;
  readonly base: () => string;
}

type ById = { Params: { id: string } };

/** Idempotency keys are good for a day. */
const KEY_LIVES = 86_400_000;

/** Lob's API as far as Parcours uses it: postcards and letters, made, listed, shown and cancelled, with basic auth. */
export function lobRoutes(app: FastifyInstance, { key, rate, pieces, life, time, faults, base }: LobParts): void {
  const rates = openRateLimit(rate, time);
  const enter = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (!isAuthorised(request.headers.authorization, key)) throw new LobRefusal(401, 'invalid_api_key', 'Your API key is not valid. Please sign up on lob.com to get a valid api key.');
    const { allowed, left, reset } = rates(`${request.method} ${request.routeOptions.url}`);
    void reply.headers({ 'x-rate-limit-limit': String(rate.requests), 'x-rate-limit-remaining': String(left), 'x-rate-limit-reset': String(Math.ceil(reset / 1_000)) });
    if (!allowed) throw busy();
    return undefined;
  };
  const shown = (piece: KeptPiece) => pieceBody(piece, { events: pieces.eventsOf(piece.id), base: base() });
  const found = (resource: Resource, id: string): KeptPiece => {
    const piece = pieces.piece(id);
    if (piece?.resource !== resource) throw new LobRefusal(404, 'not_found', `${resource.slice(0, -1)} not found`);
    return piece;
  };

  const make = async (resource: Resource, request: FastifyRequest): Promise<KeptPiece> => {
    const form = await readPieceForm(request);
    const now = time.now();
    const given = request.headers['idempotency-key'];
    const idempotencyKey = typeof given === 'string' ? given : null;
    if (idempotencyKey !== null && idempotencyKey.length > 256) refuse('invalid', 'Idempotency-Key must be at most 256 characters');
    const earlier = idempotencyKey === null ? undefined : pieces.byKey(resource, idempotencyKey);
    if (earlier && now < Date.parse(earlier.at) + KEY_LIVES) return earlier;
    const { fields, artwork } = await checkPiece(resource, form, now);
    const id = `${resource === 'postcards' ? 'psc' : 'ltr'}_${randomBytes(8).toString('hex')}`;
    const files = new Map(artwork.map(({ name }): [Artwork['name'], Uint8Array] => [name, form.files.get(name)!]));
    const piece = pieces.keep({ id, resource, ...fields, key: idempotencyKey, artwork, at: new Date(now).toISOString() }, files);
    life.begin(piece);
    return piece;
  };

  void app.register(async (scope) => {
    scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      const refusal = error instanceof LobRefusal ? error : new LobRefusal(error.statusCode ?? 500, 'bad_request', error.message);
      void reply.code(refusal.status).send(refusal.body);
    });
    for (const resource of RESOURCES) {
      scope.post(`/v1/${resource}`, { preHandler: enter }, async (request, reply) => {
        const fault = faults.next('lob');
        suffer(fault, reply);
        const piece = await make(resource, request);
        if (fault?.kind === 'lose-answer') {
          reply.hijack();
          request.raw.socket.destroy();
          return reply;
        }
        return shown(piece);
      });
      scope.get<{ Querystring: ListQuery }>(`/v1/${resource}`, { preHandler: enter }, async (request, reply) => {
        suffer(faults.next('lob-list'), reply);
        return listPieces(pieces, { resource, query: request.query, base: base() });
      });
      scope.get<ById>(`/v1/${resource}/:id`, { preHandler: enter }, async (request) => shown(found(resource, request.params.id)));
      scope.delete<ById>(`/v1/${resource}/:id`, { preHandler: enter }, async (request) => {
        const piece = found(resource, request.params.id);
        if (!isCancellable(piece, { pieces, now: time.now() })) refuse('not_deletable', `${resource.slice(0, -1)} cannot be deleted: its send_date has passed`);
        life.happen(piece, 'deleted');
        return { id: piece.id, deleted: true };
      });
    }
  });
}

/** @throws LobRefusal for the faults that keep a request from being served. */
function suffer(fault: Fault | undefined, reply: FastifyReply): void {
  if (fault?.kind === 'throttle') {
    void reply.header('retry-after', fault.retryAfter);
    throw busy();
  }
  if (fault?.kind === 'fail-next') throw new LobRefusal(fault.status, 'internal_server_error', `The sandbox was asked to fail with ${fault.status}`);
}

function busy(): LobRefusal {
  return new LobRefusal(429, 'rate_limit_exceeded', 'Rate limit exceeded. Please wait 5 seconds and try your request again.');
}

function isAuthorised(header: string | undefined, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Basic ${Buffer.from(`${key}:`).toString('base64')}`));
}
