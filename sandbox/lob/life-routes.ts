import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Life } from './life.ts';
import { lobPage } from './lob-page.tsx';
import { LIFE, stateOf, TURNS } from './mailpiece.ts';
import type { Pieces } from './pieces.ts';
import { proofOf } from './proof.ts';

/** Pieces shown on the page. */
const ON_A_PAGE = 100;

type ById = { Params: { id: string } };
const progression = z.strictObject({ to: z.enum([...LIFE, ...TURNS]).optional() });

/**
 * For people to look into and for tests to move on: `/lob` shows the pieces, `/lob/<id>.pdf` one's pages with what Lob prints on them,
 * `POST /sandbox/lob/<id>/progressions` lets the next thing happen to a piece, or what `to` names, and that alone.
 */
export function lifeRoutes(app: FastifyInstance, { pieces, life }: { pieces: Pieces; life: Life }): void {
  app.get('/lob', async (_request, reply) => {
    const shown = pieces.all.slice(-ON_A_PAGE).reverse();
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'")
      .header('x-content-type-options', 'nosniff')
      .send(lobPage({ pieces: shown, eventsOf: pieces.eventsOf, total: pieces.all.length }));
  });

  app.get<ById>('/lob/:id.pdf', async (request, reply) => {
    const piece = pieces.piece(request.params.id);
    if (!piece) return reply.code(404).type('text/plain').send('No such mailpiece here. The list is at /lob');
    return reply.type('application/pdf').send(Buffer.from(await proofOf(pieces, piece)));
  });

  app.post<ById>('/lob/:id/next', async (request, reply) => {
    const piece = pieces.piece(request.params.id);
    if (piece) life.happen(piece);
    return reply.redirect('/lob', 303);
  });

  app.post<ById>('/sandbox/lob/:id/progressions', async (request, reply) => {
    const piece = pieces.piece(request.params.id);
    if (!piece) return reply.code(404).send({ message: 'No such mailpiece here' });
    const parsed = progression.safeParse(request.body ?? {});
    if (!parsed.success) return reply.code(400).send({ message: z.prettifyError(parsed.error) });
    const event = life.happen(piece, parsed.data.to);
    if (!event) return reply.code(409).send({ message: `Its life is over: ${stateOf(pieces.eventsOf(piece.id))}` });
    return { id: piece.id, state: event.state, event: event.id };
  });
}
