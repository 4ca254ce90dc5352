import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { serveFaces } from '../../dashboard/page/faces.ts';
import { serveFrames } from './frame-routes.tsx';
import { PAGE_POLICY } from './frame.ts';
import type { Renderer } from './open-renderer.ts';
import { board } from './page/board.tsx';
import { cardPage, mailPage, personalPage } from './page/item-page.tsx';
import { script } from './page/script.ts';
import { Failure, page, type Place } from './page/shell.tsx';
import { styles } from './page/styles.ts';
import type { Item, Problem, Version } from './question.ts';
import { carried, placeOf, queryOf, viewSchema, type View } from './view.ts';

export interface PreviewParts {
  readonly renderer: Renderer;
  /** Of this server, see `Live`. */
  readonly life: string;
  /** The scenario that it opens with, by name or version; the first unless said. */
  readonly first?: string | undefined;
}

interface ItemRequest {
  readonly Params: { readonly type: string; readonly kind: string; readonly name: string };
}

/** Where this server is, as its pages and mails name it. */
export function baseOf(app: FastifyInstance): string {
  const address = app.server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** The preview's pages, over a process that renders. Listens when told to, and to this machine alone. */
export async function createPreview({ renderer, life, first }: PreviewParts): Promise<FastifyInstance> {
  const app = fastify({ forceCloseConnections: true, routerOptions: { caseSensitive: false } });
  await app.register(formbody, { bodyLimit: 100_000 });
  // A page of the web whose name was made to point here would carry its own name.
  app.addHook('onRequest', async (request, reply) => {
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(request.headers.host ?? '')) return reply.code(403).type('text/plain').send('Expected a request to 127.0.0.1 or localhost. The preview is for this machine alone.\n');
  });
  app.addHook('onSend', async (_, reply) => void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }));

  const html = (reply: FastifyReply, text: string, status = 200) => reply.code(status).type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(text);
  const versionsNow = async (): Promise<readonly Version[] | Problem> => {
    const reply = await renderer.ask({ ask: 'versions' });
    return 'value' in reply ? reply.value : reply.problem;
  };

  /** Where a request is; what it can't be is answered with a page that says so. */
  async function locate(reply: FastifyReply, type: string, view: View): Promise<Place | undefined> {
    const versions = await versionsNow();
    const place = { versions: 'message' in versions ? [] : versions, type, items: [], view, life, problem: renderer.problem };
    const fail = (problem: Problem, status: number): undefined => void html(reply, page('Not to be shown', { ...place, problem: undefined }, Failure({ problem })), status);
    if ('message' in versions) return fail(versions, 500);
    if (!versions.some((version) => version.type === type)) return fail({ message: `Expected a scenario version such as ${versions[0]?.type}, got '${type}'. It may have been taken out of scenarios/registry.ts.` }, 404);
    const items = await renderer.ask({ ask: 'items', type });
    return 'value' in items ? { ...place, items: items.value } : fail(items.problem, 500);
  }

  app.get('/', async (request, reply) => {
    const versions = await versionsNow();
    const query = queryOf(carried(viewSchema.parse(request.query)));
    const known = 'message' in versions ? [] : versions;
    const opened = known.find(({ type, scenario }) => type === first || scenario === first) ?? known[0];
    return reply.redirect(`/${opened?.type ?? first ?? 'scenarios'}${query}`);
  });

  app.get<{ Params: { type: string } }>('/:type', async (request, reply) => {
    const view = viewSchema.parse(request.query);
    const { type } = request.params;
    const place = await locate(reply, type, view);
    if (!place) return reply;
    const { lang: language, reader } = view;
    const tileOf = async (item: Item) => ({ item, mail: item.kind === 'mail' ? await renderer.ask({ ask: 'mail', shown: { type, kind: 'mail', name: item.name, language, reader, variant: item.variants[0], base: baseOf(app) } }) : undefined });
    return html(reply, board(place, await Promise.all(place.items.map(tileOf))));
  });

  app.get<ItemRequest>('/:type/:kind/:name', async (request, reply) => {
    const asked = viewSchema.parse(request.query);
    const { type, kind, name } = request.params;
    const place = await locate(reply, type, asked);
    if (!place) return reply;
    const item = place.items.find((one) => one.kind === kind && one.name === name);
    if (!item) return html(reply, page('Not found', place, Failure({ problem: { message: `Expected something that ${type} has, got ${kind} '${name}'. It may have been renamed.` } })), 404);
    const view = { ...asked, variant: item.variants.find((variant) => variant === asked.variant) ?? item.variants[0] };
    const shown = { type, kind: item.kind, name, language: view.lang, reader: view.reader, variant: view.variant, props: view.props, base: baseOf(app) };
    const located = { ...place, item, view };
    if (item.kind === 'mail') return html(reply, mailPage(located, await renderer.ask({ ask: 'mail', shown })));
    if (item.kind === 'card' || item.kind === 'leaflet') return html(reply, cardPage(located, await renderer.ask({ ask: 'card', shown })));
    const action = `/frame${placeOf(type, item)}${queryOf(view)}`;
    const states = await Promise.all((['asked', 'answered'] as const).map((state) => renderer.ask({ ask: 'page', shown: { ...shown, state, action } })));
    return html(reply, personalPage(located, states.find((state) => 'problem' in state) ?? states[0]!));
  });

  serveFrames(app, { renderer });
  serveAssets(app);
  return app;
}

function serveAssets(app: FastifyInstance): void {
  app.get('/assets/preview.css', (_, reply) => reply.type('text/css; charset=utf-8').send(styles));
  app.get('/assets/preview.js', (_, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  serveFaces(app);
}
