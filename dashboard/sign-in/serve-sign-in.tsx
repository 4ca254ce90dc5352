import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { recordAct } from '../../store/operator-acts.ts';
import { passwordOf } from '../../store/operators.ts';
import { forgiveFailures } from '../../store/sign-in-failures.ts';
import type { Store } from '../../store/index.ts';
import { languageOf } from '../language/language.ts';
import { pathHere } from '../page/place.ts';
import { fieldsOf } from '../parts.ts';
import { isPassword } from './password.ts';
import { isFromHere } from './same-site.ts';
import type { Sessions } from './session.ts';
import { signInPage, type SignInProblem } from './sign-in-page.tsx';
import { secondsToWait } from './throttle.ts';

interface SignInParts {
  readonly store: Store;
  readonly sessions: Sessions;
}

/** Symbols of a name that are looked at. */
const NAME_LIMIT = 80;

/** `GET /sign-in`, `POST /sign-in`: the one page that is for everybody. */
export function serveSignIn(app: FastifyInstance, { store, sessions }: SignInParts): void {
  const show = (request: FastifyRequest, reply: FastifyReply, { status = 200, ...page }: { status?: number; problem?: SignInProblem; name?: string; next: string }) =>
    reply.code(status).type('text/html; charset=utf-8').send(signInPage({ language: languageOf(request), path: request.url, ...page }));

  app.get<{ Querystring: { next?: unknown; name?: unknown } }>('/sign-in', async (request, reply) => {
    const next = pathHere(request.query.next);
    if (await sessions.find(request)) return reply.redirect(next, 303);
    return show(request, reply, { next, ...(typeof request.query.name === 'string' ? { name: request.query.name.slice(0, NAME_LIMIT) } : {}) });
  });

  app.post('/sign-in', async (request, reply) => {
    const { name: given = '', password = '', next: wanted } = fieldsOf(request);
    const next = pathHere(wanted);
    if (!isFromHere(request)) return show(request, reply, { status: 403, problem: 'elsewhere', next });
    const name = given.trim().toLowerCase().slice(0, NAME_LIMIT);
    const attempt = { name, address: request.ip };
    const wait = await secondsToWait(store, attempt);
    if (wait > 0) return show(request, reply.header('retry-after', String(wait)), { status: 429, problem: 'too-many', next, name });
    if (!(await isPassword(password, await passwordOf(store, name)))) {
      request.log.warn({ address: request.ip }, 'a sign-in failed');
      return show(request, reply, { status: 401, problem: 'wrong', next, name });
    }
    await forgiveFailures(store, attempt);
    await sessions.begin(reply, name);
    await recordAct(store, { operator: name, act: 'sign-in' });
    return reply.redirect(next, 303);
  });
}
