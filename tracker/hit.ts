import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Link } from '../store/index.ts';
import { machineBehind } from './evidence/index.ts';
import { aboutLink, type Intake } from './intake.ts';

/** Stores that a printed link was followed, by whom ever: link scanners do it too, so the journey is not told before the page was seen. */
export async function storeHit(intake: Intake, request: FastifyRequest, { link, kind }: { link: Link; kind: 'scan' | 'visit' }): Promise<void> {
  const machine = machineBehind(request);
  await intake.receive(request, {
    eventId: `hit:${randomUUID()}`,
    kind,
    evidence: machine ? 'bot' : 'logical',
    source: 'tracker',
    about: aboutLink(link),
    touch: link.touch.name,
    data: machine ? { because: machine } : {},
    keep: true,
  });
}
