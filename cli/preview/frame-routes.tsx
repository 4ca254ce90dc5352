import type { FastifyInstance, FastifyReply } from 'fastify';
import { renderToStaticMarkup } from 'react-dom/server';
import { baseOf } from './create-preview.ts';
import { FRAME_POLICY, inColours, withHead } from './frame.ts';
import type { Renderer } from './open-renderer.ts';
import { ProblemText } from './page/shell.tsx';
import type { Problem, Shown } from './question.ts';
import { kindOf, placeOf, queryOf, viewSchema, type View } from './view.ts';

interface FrameRequest {
  readonly Params: { readonly type: string; readonly kind: string; readonly name: string };
  readonly Body: Record<string, unknown> | undefined;
}
interface SideRequest {
  readonly Params: FrameRequest['Params'] & { readonly side: string };
}

/** What is shown in frames, as pictures and as PDF, and where links, codes and printed addresses of the preview lead. */
export function serveFrames(app: FastifyInstance, { renderer }: { renderer: Renderer }): void {
  const frame = (reply: FastifyReply, html: string, status?: number) => (status ? reply.code(status) : reply).type('text/html; charset=utf-8').header('content-security-policy', FRAME_POLICY).send(html);
  const broken = (reply: FastifyReply, problem: Problem) => frame(reply, notice(problem));
  const shownBy = ({ type, kind, name }: FrameRequest['Params'], view: View): Shown | undefined => {
    const known = kindOf(kind);
    return known && { type, kind: known, name, language: view.lang, reader: view.reader, variant: view.variant, props: view.props, base: baseOf(app) };
  };

  app.route<FrameRequest>({
    method: ['GET', 'POST'],
    url: '/frame/:type/:kind/:name',
    async handler(request, reply) {
      const view = viewSchema.parse(request.query);
      const shown = shownBy(request.params, view);
      if (shown?.kind === 'mail') {
        const mail = await renderer.ask({ ask: 'mail', shown });
        return 'problem' in mail ? broken(reply, mail.problem) : frame(reply, inColours(mail.value.html, view.colours));
      }
      if (shown?.kind === 'page' || shown?.kind === 'area') {
        const action = `/frame${placeOf(shown.type, shown)}${queryOf({ ...view, state: 'asked' })}`;
        const form = request.method === 'POST' ? (request.body ?? {}) : undefined;
        const opened = await renderer.ask({ ask: 'page', shown: { ...shown, state: view.state, action, form } });
        if ('problem' in opened) return broken(reply, opened.problem);
        return frame(reply, inFrame(opened.value.html, action), Object.keys(opened.value.problems).length > 0 ? 422 : undefined);
      }
      return reply.code(404).send();
    },
  });

  app.get<SideRequest>('/picture/:type/:kind/:name/:side', async (request, reply) => {
    const view = viewSchema.parse(request.query);
    const shown = shownBy(request.params, view);
    const card = shown && (await renderer.ask({ ask: 'card', shown }));
    const side = card && 'value' in card ? card.value.sides[Number(request.params.side)] : undefined;
    if (side) return reply.type('image/png').send(Buffer.from(view.bleed ? side.sheet : side.trimmed));
    return reply.type('image/svg+xml').header('content-security-policy', FRAME_POLICY).send(BROKEN_CARD);
  });

  app.get<SideRequest>('/pdf/:type/:kind/:name/:side', async (request, reply) => {
    const shown = shownBy(request.params, viewSchema.parse(request.query));
    const card = shown && (await renderer.ask({ ask: 'card', shown }));
    const pdf = card && 'value' in card ? card.value.pdfs[Number(request.params.side)] : undefined;
    return pdf ? reply.type('application/pdf').send(Buffer.from(pdf)) : reply.code(404).send();
  });

  // Links of mails, QR codes and printed addresses: the token is what comes last.
  for (const path of ['/c/:way', '/q/:way', '/p/:way']) {
    app.get<{ Params: { way: string } }>(path, async (request, reply) => {
      const link = await renderer.ask({ ask: 'link', token: request.params.way.slice(-10).toUpperCase() });
      if ('problem' in link || link.value === null) return broken(reply.code(404), { message: 'This address is in no mail and on no card as they are now.' });
      return reply.redirect('url' in link.value ? link.value.url : placeOf(link.value.type, { kind: 'page', name: link.value.page }));
    });
  }
  app.get('/u/:token', (_, reply) => frame(reply, notice({ message: 'Here the tracker lets the reader choose what they want to be sent, or nothing at all.' }, 'The reader’s way out')));
  app.get('/a/:code', (_, reply) => frame(reply, notice({ message: 'Here the reader of a leaflet comes to the page of their area, shown beside it as area-page.' }, 'A printed way in')));
}

/** A page's form stays in its frame. */
function inFrame(html: string, action: string): string {
  return withHead(html).replaceAll(`action="${action.replaceAll('&', '&amp;')}"`, (found) => `target="_self" ${found}`);
}

function notice(problem: Problem, title = 'This can’t be shown'): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{'body{margin:0;padding:32px;font:15px/1.6 system-ui,sans-serif;color:#1d2320;background:#fff}h1{font-size:17px;margin:0;color:#b3261e}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.6 ui-monospace,monospace}p{color:#626964}'}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <ProblemText problem={problem} />
      </body>
    </html>,
  )}`;
}

const BROKEN_CARD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1220 880"><rect width="1220" height="880" fill="#fcefec"/><path d="M561 380l100 100M661 380l-100 100" stroke="#b3261e" stroke-width="16" stroke-linecap="round"/><text x="611" y="580" text-anchor="middle" font-family="sans-serif" font-size="44" fill="#b3261e">This card can’t be printed</text></svg>';
