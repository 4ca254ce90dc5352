import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { language } from '../scenarios/kit/language.ts';
import { isAway } from '../store/index.ts';
import { sendDocument } from './document.tsx';
import { brokenWords, notFoundWords, refusedWords, tooLargeWords, unavailableWords } from './notice-wording.ts';
import { notice, type Notice } from './notice.tsx';
import { languageOf } from './visitor.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who calls the route: people get pages, programs get JSON. Pages unless said. */
    readonly speaks?: 'json';
  }
}

/** A request that can't be served, with the reason for its sender. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly statusCode: number,
    /** Stable. */
    readonly type: string,
    message: string,
    readonly problems?: readonly object[],
  ) {
    super(message);
  }
}

const BACK = { fr: 'Revenir au formulaire', en: 'Back to the form' } as const;
/** Seconds after which a caller may try again while Postgres is away. */
const RETRY_AFTER = 30;

/** The page for an address that leads nowhere: the same for what can't be a token and for what nobody was given. */
export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendNotice(request, reply, { words: notFoundWords, icon: 'signpost', status: 404 });
}

/** Says every failure clearly to whoever called: a page to people, `{ error: { type, message } }` to programs. */
export function answerFailures(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return sendNotFound(request, reply);
    return reply.code(404).send({ error: { type: 'not-found', message: `Expected a known route, got ${request.method} ${request.url.split('?')[0]}.` } });
  });

  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const away = isAway(error);
    const status = away ? 503 : (error.statusCode ?? 500);
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    if (away) reply.header('retry-after', RETRY_AFTER);
    if (request.routeOptions.config.speaks === 'json') return reply.code(status).send({ error: explain(error, status) });
    if (away) return sendNotice(request, reply, { words: unavailableWords, icon: 'pause', status });
    if (status === 413) return sendNotice(request, reply, { words: tooLargeWords, icon: 'signpost', status });
    if (status < 500) return sendNotice(request, reply, { words: refusedWords, icon: 'signpost', status });
    return sendNotice(request, reply, { words: brokenWords, icon: 'pause', status });
  });
}

function explain(error: Error & { code?: string }, status: number): object {
  if (error instanceof Refusal) return { type: error.type, message: error.message, ...(error.problems ? { problems: error.problems } : {}) };
  if (status === 503) return { type: 'unavailable', message: 'Expected the database to answer, got nothing. Send it again later: should it be stored all the same, it is recognized by its id.' };
  if (status === 413) return { type: 'too-large', message: `${error.message}. Send less at a time.` };
  if (status < 500) return { type: 'malformed', message: error.message };
  return { type: 'internal', message: 'This is our fault, and it is logged. Send it again later: what was stored is recognized by its id.' };
}

/** What a form of a page that we know is refused with: in its reader's language, with the way back to it. */
export function sendRefusedForm(reply: FastifyReply, { status, locale, back }: { readonly status: number; readonly locale: string; readonly back: string }): FastifyReply {
  const speech = language(locale);
  const action = createElement('p', { className: 'after' }, createElement('a', { className: 'onward', href: back }, BACK[speech]));
  return sendDocument(reply, notice({ language: speech, ...(status === 413 ? tooLargeWords : refusedWords)[speech], icon: 'signpost', action }), status);
}

type Words = Readonly<Record<'fr' | 'en', Pick<Notice, 'title' | 'paragraphs'>>>;

export function sendNotice(request: FastifyRequest, reply: FastifyReply, { words, icon, status }: { words: Words; icon: Notice['icon']; status: number }): FastifyReply {
  const language = languageOf(request);
  return sendDocument(reply.header('vary', 'accept-language'), notice({ language, ...words[language], icon }), status);
}
