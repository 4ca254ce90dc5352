import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { questionsToAsk, type PageContext, type PersonalPage, type Person, type ScenarioContent } from '../scenarios/content/index.ts';
import { workflowTypeOf } from '../scenarios/vocabulary/index.ts';
import { answersSince, hasHumanClick, loadRecipient, type Link, type Recipient } from '../store/index.ts';
import type { TrackerParts } from './create-tracker.ts';
import { sendDocument } from './document.tsx';
import { sendNotFound } from './failures.ts';
import { readAnswers } from './form-answers.ts';
import { storeHit } from './hit.ts';
import { aboutLink } from './intake.ts';
import { linkOf, pageOf, voucherOf } from './link-token.ts';

interface PageRequest {
  Params: { slug: string };
  Querystring: { merci?: string };
  Body: Record<string, unknown> | undefined;
}

/** A personal page as it was asked for. */
interface Opened {
  readonly link: Link;
  readonly recipient: Recipient;
  readonly content: ScenarioContent;
  readonly page: PersonalPage;
}

/** How the page stands: asked first, answered, or its answers to be corrected. */
type State = Pick<PageContext, 'answered' | 'problems' | 'given'> & { readonly beacon: boolean };

const FORM_ID = /^[\w-]{8,64}$/;

/**
 * `GET /p/<name>-<token>`: the personal page, opened by QR code, printed address or a link of a mail. `POST` to the same address: its
 * form; the answers are committed as a reply and as facts, then the browser is sent back to the page, which thanks.
 */
export function servePersonalPages(app: FastifyInstance, parts: TrackerParts): void {
  const { store, intake, contentOf, base } = parts;

  async function open(slug: string): Promise<Opened | undefined> {
    const link = await linkOf(store, slug, ['qr', 'purl', 'click']);
    const name = link && pageOf(link);
    if (!link || name === undefined) return undefined;
    const recipient = await loadRecipient(store, link.prospectId);
    if (!recipient) return undefined;
    const content = contentOf(workflowTypeOf({ name: link.campaign.scenario, version: link.campaign.version }));
    const page = content.pages[name];
    if (!page) throw new Error(`Expected page '${name}' in ${link.campaign.scenario}.v${link.campaign.version}, got none. Add it to the scenario's pages: links to it are in print.`);
    return { link, recipient, content, page };
  }

  async function show(reply: FastifyReply, { link, recipient, page, content }: Opened, { slug, state, status }: { slug: string; state: State; status?: number }): Promise<FastifyReply> {
    const facts = { ...recipient.facts, ...link.journey.facts };
    const answeredSince = page.asks.some(({ anew }) => anew) ? await answersSince(store, { journeyId: link.journey.id, since: link.touch.sentAt }) : {};
    const context: PageContext = {
      person: greeted(page, recipient),
      locale: recipient.locale,
      facts,
      asked: questionsToAsk({ page, schema: content.facts, facts, answeredSince, locale: recipient.locale }),
      action: `${base}/p/${encodeURIComponent(slug)}`,
      answered: state.answered,
      problems: state.problems,
      given: state.given,
      formId: randomUUID(),
      voucher: voucherOf(link.token),
      unsubscribe: `${base}/u/${link.token}`,
    };
    const beacon = state.beacon ? { beacon: `${base}/b/${link.token}?v=${randomUUID()}` } : {};
    return sendDocument(reply, { language: recipient.locale, title: page.title(context), styles: page.styles, body: page.body(context), ...beacon }, status);
  }

  /** Whoever answers is a person, and came by a link of a mail: where all its clicks were taken for a machine's, one is made good. */
  async function vouchForClick(request: FastifyRequest, link: Link): Promise<void> {
    const touch = link.touch.name;
    if (await hasHumanClick(store, { journeyId: link.journey.id, touch })) return;
    await intake.receive(request, { eventId: `acted:${link.token}`, kind: 'click', evidence: 'human', source: 'personal-page', about: aboutLink(link), touch, data: { link: link.name } });
  }

  app.get<PageRequest>('/p/:slug', async (request, reply) => {
    const { slug } = request.params;
    const opened = await open(slug);
    if (!opened) return sendNotFound(request, reply);
    const answered = request.query.merci !== undefined;
    // A QR code's hit is stored where it was followed; the page that thanks was opened by the form.
    if (opened.link.kind === 'purl' && !answered) await storeHit(intake, request, { link: opened.link, kind: 'visit' });
    return show(reply, opened, { slug, state: { answered, problems: {}, given: {}, beacon: !answered } });
  });

  app.post<PageRequest>('/p/:slug', async (request, reply) => {
    const { slug } = request.params;
    const opened = await open(slug);
    if (!opened) return sendNotFound(request, reply);
    const { link, recipient, content, page } = opened;
    const { answers, problems, given } = readAnswers({ body: request.body ?? {}, asks: page.asks.map(({ fact }) => fact), facts: content.facts, locale: recipient.locale });
    if (Object.keys(problems).length > 0) return show(reply, opened, { slug, state: { answered: false, problems, given, beacon: false }, status: 422 });
    if (link.kind === 'click') await vouchForClick(request, link);
    await intake.receive(request, {
      eventId: replyId(link.token, request.body?.['form'], answers),
      kind: 'reply',
      evidence: 'human',
      source: 'personal-page',
      about: aboutLink(link),
      touch: link.touch.name,
      data: { facts: answers },
    });
    return reply.redirect(`${base}/p/${encodeURIComponent(slug)}?merci`, 303);
  });
}

/** Whoever has the address sees the page, so it names its reader only where the scenario says so. */
function greeted({ greets }: PersonalPage, { identity }: Recipient): Person {
  return { title: null, firstName: greets === 'first-name' ? identity.firstName : null, lastName: null };
}

/** The same form with the same answers is the same reply, however often it is sent; other answers are another. */
function replyId(token: string, form: unknown, answers: Record<string, unknown>): string {
  const id = typeof form === 'string' && FORM_ID.test(form) ? form : randomUUID();
  const digest = createHash('sha256').update(JSON.stringify(Object.entries(answers).sort())).digest('base64url').slice(0, 12);
  return `reply:${token}:${id}:${digest}`;
}
