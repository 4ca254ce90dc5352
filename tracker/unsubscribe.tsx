import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loadRecipient, type Link } from '../store/index.ts';
import type { TrackerParts } from './create-tracker.ts';
import { sendDocument } from './document.tsx';
import { sendNotFound } from './failures.ts';
import { aboutLink } from './intake.ts';
import { linkOf } from './link-token.ts';
import { carrierOf, withdrawalWords } from './notice-wording.ts';
import { notice } from './notice.tsx';

/**
 * `/u/<token>`: GET explains and changes nothing, since scanners follow links; POST withdraws, from the page's button or from a mailbox
 * (RFC 8058, `List-Unsubscribe=One-Click`). A link of a mail withdraws from mails and invitations, one of a mailpiece from print.
 */
export function serveUnsubscribe(app: FastifyInstance, { store, intake, base }: TrackerParts): void {
  const linkAt = (token: string) => linkOf(store, token, ['unsubscribe', 'qr', 'purl', 'click']);

  async function wordsFor(link: Link) {
    const locale = (await loadRecipient(store, link.prospectId))?.locale ?? 'fr-FR';
    const language = locale.startsWith('en') ? 'en' : 'fr';
    return { language, ...withdrawalWords[language][carrierOf(link.touch.medium)] } as const;
  }

  app.get<{ Params: { token: string } }>('/u/:token', async (request, reply) => {
    const link = await linkAt(request.params.token);
    if (!link) return sendNotFound(request, reply);
    const { language, ask } = await wordsFor(link);
    const action = (
      <form method="post" action={`${base}/u/${link.token}`}>
        <button type="submit">{ask.button}</button>
      </form>
    );
    return sendDocument(reply, notice({ language, title: ask.title, paragraphs: ask.paragraphs, icon: 'envelope', action }));
  });

  async function withdraw(request: FastifyRequest<{ Params: { token: string } }>, reply: FastifyReply) {
    const link = await linkAt(request.params.token);
    if (!link) return sendNotFound(request, reply);
    await intake.receive(request, {
      eventId: `unsubscribe:${link.token}`,
      kind: 'unsubscribe',
      evidence: 'human',
      source: 'unsubscribe-page',
      about: aboutLink(link),
      touch: link.touch.name,
      data: { medium: link.touch.medium === 'print' ? 'print' : 'email' },
    });
    const { language, done } = await wordsFor(link);
    return sendDocument(reply, notice({ language, title: done.title, paragraphs: done.paragraphs, icon: 'check' }));
  }

  void app.register(async (forms) => {
    // A mailbox posts as multipart/form-data or urlencoded (RFC 8058, section 3.1); that it posts is all it has to say.
    forms.removeAllContentTypeParsers();
    forms.addContentTypeParser('*', { parseAs: 'string' }, async () => undefined);
    forms.post<{ Params: { token: string } }>('/u/:token', withdraw);
  });
}
