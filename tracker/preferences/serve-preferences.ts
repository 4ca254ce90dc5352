import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { journeysOfProspect, type Link } from '../../store/index.ts';
import { PREFERENCES, readPreferences, savePreferences, type Preference } from '../../store/preferences.ts';
import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { tellConsents } from '../consents/tell-consents.ts';
import type { TrackerParts } from '../create-tracker.ts';
import { sendDocument } from '../document.tsx';
import { sendNotFound } from '../failures.ts';
import { aboutLink, type Occurrence } from '../intake.ts';
import { linkOf } from '../link-token.ts';
import { carrierOf, withdrawalWords } from '../notice-wording.ts';
import { notice } from '../notice.tsx';
import { preferencePage } from './preference-page.tsx';
import { WORDING } from './preference-wording.ts';

/** Milliseconds of a pause. */
const PAUSE = 30 * 86_400_000;

type Request = FastifyRequest<{ Params: { token: string }; Body: Readonly<Record<string, string>> | undefined }>;

/**
 * `/u/<token>`, from a mail's foot, a mailbox's own button, or a printed address. GET shows the preference centre and changes nothing, since scanners follow links. POST of
 * its form saves what was chosen; any other POST withdraws from what the link came with (RFC 8058, `List-Unsubscribe=One-Click`): a link of a mail from
 * mails and invitations, one of a mailpiece from print.
 */
export function servePreferences(app: FastifyInstance, { store, find, recipientOf, intake, base, now }: TrackerParts): void {
  const linkAt = (token: string) => linkOf(find, token, ['unsubscribe', 'qr', 'purl', 'click']);

  async function wordsFor(link: Link) {
    const locale = (await recipientOf(link.prospectId))?.locale ?? 'fr-FR';
    const language = locale.startsWith('en') ? 'en' : 'fr';
    return { language, ...withdrawalWords[language][carrierOf(link.touch.medium)] } as const;
  }

  async function show(request: Request, reply: FastifyReply, { link, isSaved }: { link: Link; isSaved: boolean }): Promise<FastifyReply> {
    const [{ language, ask }, preferences] = await Promise.all([wordsFor(link), readPreferences(store, link.prospectId)]);
    if (!preferences) return sendNotFound(request, reply);
    return sendDocument(reply, preferencePage({ language, preferences, action: `${base}/u/${link.token}`, formId: randomUUID(), quick: ask, isSaved }));
  }

  app.get<{ Params: { token: string } }>('/u/:token', async (request, reply) => {
    const link = await linkAt(request.params.token);
    return link ? show(request as Request, reply, { link, isSaved: (request.query as { saved?: string }).saved !== undefined }) : sendNotFound(request, reply);
  });

  /** What the link came with, at once. */
  async function withdraw(request: Request, reply: FastifyReply, link: Link): Promise<FastifyReply> {
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

  /** Saves each choice with its proof, then tells every journey of the person that is under way. */
  async function save(request: Request, reply: FastifyReply, { link, form }: { link: Link; form: Readonly<Record<string, string>> }): Promise<FastifyReply> {
    const { prospectId } = link;
    const before = await readPreferences(store, prospectId);
    if (!before) return sendNotFound(request, reply);
    const isStop = form['stop'] === 'all';
    const wanted = Object.fromEntries(PREFERENCES.map((preference) => [preference, !isStop && form[preference] === 'yes'])) as Record<Preference, boolean>;
    const pausedUntil = form['resume'] === 'yes' ? null : form['pause'] === 'yes' ? new Date(now().getTime() + PAUSE) : before.pausedUntil;
    const formId = createHash('sha256').update(`${form['form'] ?? randomUUID()}`).digest('base64url').slice(0, 16);
    await intake.receiveAll(request, async (transaction) => {
      const source = 'preference-centre';
      const id = `preferences:${formId}`;
      let closed: readonly TouchMedium[] = [];
      const opened = await tellConsents(transaction, { prospectId, id: `${id}:yes`, source, agreed: [], from: { journeyId: link.journey.id, touch: link.touch.name } }, async () => {
        closed = await savePreferences(transaction, { prospectId, wanted, pausedUntil, source, wording: WORDING });
      });
      const underWay = (await journeysOfProspect(transaction, prospectId)).filter(({ status }) => status !== 'ended');
      const shut = underWay.flatMap((journey) =>
        closed.map((medium): Occurrence => ({
          ...{ eventId: `${id}:${journey.id}:${medium}`, kind: 'unsubscribe', evidence: 'human', source, data: { medium }, isApplied: true },
          ...{ about: { journeyId: journey.id, prospectId, clock: journey.clock }, ...(journey.id === link.journey.id ? { touch: link.touch.name } : {}) },
        })),
      );
      return [...shut, ...opened];
    });
    return reply.redirect(`${base}/u/${link.token}?saved`, 303);
  }

  void app.register(async (forms) => {
    // A mailbox posts as multipart/form-data or urlencoded (RFC 8058, section 3.1); that it posts is all it has to say.
    forms.removeAllContentTypeParsers();
    forms.addContentTypeParser('*', { parseAs: 'string' }, async () => undefined);
    forms.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, async (_request: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)));
    forms.post<{ Params: { token: string }; Body: Readonly<Record<string, string>> | undefined }>('/u/:token', async (request, reply) => {
      const link = await linkAt(request.params.token);
      if (!link) return sendNotFound(request, reply);
      const form = request.body ?? {};
      return form['preferences'] === '1' ? save(request, reply, { link, form }) : withdraw(request, reply, link);
    });
  });
}
