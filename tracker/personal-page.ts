import { createHash, randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { questionsToAsk, type PageContext, type PersonalPage, type Person, type ScenarioContent } from '../scenarios/content/index.ts';
import { timeZoneOf } from '../client/time-zone.ts';
import { milliseconds, workflowTypeOf } from '../scenarios/vocabulary/index.ts';
import { campaignTime } from '../engine/clock.ts';
import { sendOver } from './page-over.tsx';
import { answersSince, hasHumanClick, makeToken, openPages, type Followed, type Link, type Opening, type Recipient, type Store } from '../store/index.ts';
import type { TrackerParts } from './create-tracker.ts';
import { sendDocument, type Document } from './document.tsx';
import { sendNotFound, sendRefusedForm } from './failures.ts';
import { hitOf } from './hit.ts';
import { aboutLink, type Occurrence } from './intake.ts';
import { consentsToAsk, readConsents, type GivenConsents } from './consents/page-consents.ts';
import { tellConsents } from './consents/tell-consents.ts';
import { grantConsents, requestConsent } from '../store/consent-requests.ts';
import { together } from '../store/together.ts';
import { readPageAnswers } from './page-questions.ts';
import { exactToken, linkOf, pageOf, voucherOf } from './link-token.ts';

interface PageRequest {
  Params: { slug: string };
  Querystring: { merci?: string };
  Body: Record<string, unknown> | undefined;
}

/** A personal page as it was asked for. */
interface Opened {
  readonly link: Opening;
  readonly recipient: Recipient;
  readonly content: ScenarioContent;
  readonly page: PersonalPage;
  /** Its name in the scenario. */
  readonly name: string;
}

/** How the page stands: asked first, answered, or its answers to be corrected. */
type State = Pick<PageContext, 'answered' | 'problems' | 'given'> & { readonly beacon: boolean };

const FORM_ID = /^[\w-]{8,64}$/;
/** Milliseconds for which the link of a mail that proves a mailbox is good. */
const CONFIRM_WITHIN = 7 * 86_400_000;

/**
 * `GET /p/<name>-<token>`: the personal page, opened by QR code, printed address or a link of a mail. `POST` to the same address: its
 * form; the answers are committed as a reply and as facts, then the browser is sent back to the page, which thanks.
 */
export function servePersonalPages(app: FastifyInstance, parts: TrackerParts): void {
  const { store, find, intake, confirmer, contentOf, base, now } = parts;
  const follow = together((followed: readonly Followed[]) => openPages(store, followed));

  /** @param visit what asks for it, where a printed address that leads to it is a visit to be stored. */
  async function open(slug: string, visit?: FastifyRequest): Promise<Opened | undefined> {
    const hit = visit && hitOf(visit, { token: await exactToken(find, slug), link: 'purl', at: now() });
    const link = await linkOf((token) => follow({ token, hit }), slug, ['qr', 'purl', 'click']);
    const name = link && pageOf(link);
    if (!link || name === undefined) return undefined;
    const content = contentOf(workflowTypeOf({ name: link.campaign.scenario, version: link.campaign.version }));
    const page = content.pages[name];
    if (!page) throw new Error(`Expected page '${name}' in ${link.campaign.scenario}.v${link.campaign.version}, got none. Add it to the scenario's pages: links to it are in print.`);
    return { link, recipient: link.reader, content, page, name };
  }

  /** What is known of the reader, and which clock appointments keep for them: the campaign's, where they live. */
  async function knownOf({ link, recipient, page }: Pick<Opened, 'link' | 'recipient' | 'page'>) {
    const facts = { ...recipient.facts, ...link.journey.facts };
    const isAnew = page.asks.some((question) => 'anew' in question && question.anew);
    const answeredSince = isAnew ? await answersSince(store, { journeyId: link.journey.id, since: link.touch.sentAt }) : {};
    const { country, postcode } = recipient.identity;
    const reader = { at: campaignTime(link.campaign.clock, now().getTime()), timeZone: timeZoneOf({ facts, country, postcode }), country };
    return { facts, answeredSince, reader, locale: recipient.locale };
  }

  async function draw({ link, recipient, page, content }: Opened, { slug, state }: { slug: string; state: State }): Promise<Document> {
    const known = await knownOf({ link, recipient, page });
    const context: PageContext = {
      person: greeted(page, recipient),
      locale: recipient.locale,
      facts: known.facts,
      asked: questionsToAsk({ page, schema: content.facts, ...known }),
      consents: consentsToAsk({ page, link, recipient, isConfirmationOnItsWay: link.isConfirmationOnItsWay }),
      action: `${base}/p/${encodeURIComponent(slug)}`,
      answered: state.answered,
      problems: state.problems,
      given: state.given,
      formId: randomUUID(),
      voucher: voucherOf(link.token),
      unsubscribe: `${base}/u/${link.token}`,
    };
    const beacon = state.beacon ? { beacon: `${base}/b/${link.token}?v=${randomUUID()}` } : {};
    return { language: recipient.locale, title: page.title(context), styles: page.styles, body: page.body(context), ...beacon };
  }

  /** Whoever answers is a person, and came by a link of a mail: where all its clicks were taken for a machine's, one is made good. */
  async function vouchForClick(request: FastifyRequest, link: Link): Promise<void> {
    const touch = link.touch.name;
    if (await hasHumanClick(store, { journeyId: link.journey.id, touch })) return;
    await intake.receive(request, { eventId: `acted:${link.token}`, kind: 'click', evidence: 'human', source: 'personal-page', about: aboutLink(link), touch, data: { link: link.name } });
  }

  app.get<PageRequest>('/p/:slug', async (request, reply) => {
    const { slug } = request.params;
    const answered = request.query.merci !== undefined;
    // A QR code's hit is stored where it was followed; the page that thanks was opened by the form.
    const opened = await open(slug, answered ? undefined : request);
    if (!opened) return sendNotFound(request, reply);
    const over = whyOver(opened, now());
    if (over) return sendOver(reply, { ...opened, why: over, base });
    return sendDocument(reply, await draw(opened, { slug, state: { answered, problems: {}, given: {}, beacon: !answered } }));
  });

  /** A body that is no form: the reader is told on a page like theirs. Any other failure is answered as everywhere. */
  async function refuseBody(error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { slug } = request.params as PageRequest['Params'];
    const status = error.statusCode ?? 500;
    const opened = status >= 400 && status < 500 ? await open(slug) : undefined;
    if (!opened) throw error;
    return sendRefusedForm(reply, { status, locale: opened.recipient.locale, back: `${base}/p/${encodeURIComponent(slug)}` });
  }

  app.post<PageRequest>('/p/:slug', { errorHandler: (error, request, reply) => void refuseBody(error, request, reply).catch((failure: Error) => app.errorHandler(failure, request, reply)) }, async (request, reply) => {
    const { slug } = request.params;
    const opened = await open(slug);
    if (!opened) return sendNotFound(request, reply);
    const over = whyOver(opened, now());
    if (over) return sendOver(reply, { ...opened, why: over, base });
    const { link, recipient, content, page, name } = opened;
    const body = request.body ?? {};
    const consents = readConsents({ page, link, recipient, body, scenario: link.campaign.scenario, name });
    // A form that only asks for a consent has no questions; it stands where the page thanks.
    const answered = body['about'] === 'consent';
    const { answers, ...read } = answered ? { answers: {}, problems: {}, given: {} } : readPageAnswers({ page, schema: content.facts, body, ...(await knownOf(opened)) });
    const problems = { ...read.problems, ...consents.problems };
    if (Object.keys(problems).length > 0) return sendDocument(reply, await draw(opened, { slug, state: { answered, problems, given: { ...read.given, ...consents.given }, beacon: false } }), 422);
    if (link.kind === 'click') await vouchForClick(request, link);
    const formId = formIdOf(body['form']);
    let toConfirm: string | undefined;
    await intake.receiveAll(request, async (transaction) => {
      const about = { evidence: 'human', source: 'personal-page', about: aboutLink(link), touch: link.touch.name } as const;
      const reply = { ...about, eventId: replyId(link.token, formId, answers), kind: 'reply', data: { facts: answers } } as const;
      const said: Occurrence[] = !answered && page.asks.length > 0 ? [reply] : [];
      if (consents.agreed.length === 0) return said;
      const id = createHash('sha256').update(`${link.token}/${formId}`).digest('hex').slice(0, 24);
      const told = await tellConsents(transaction, { prospectId: link.prospectId, id: `consent:${id}`, source: 'personal-page', agreed: consents.agreed.map(({ medium }) => medium), from: { journeyId: link.journey.id, touch: link.touch.name } }, async () => {
        if (await saveConsents(transaction, { id, opened, consents })) toConfirm = id;
      });
      // A yes to a mailbox that is not proven opens nothing yet.
      const opens = consents.email === undefined ? told : [];
      return [...said, ...opens, { ...about, eventId: `consent-asked:${id}`, kind: 'consent-asked', data: { step: consents.email === undefined ? 'given' : 'asked', page: name, consents: consents.agreed }, keep: true }];
    });
    if (toConfirm !== undefined) confirmer.offer(toConfirm);
    return reply.redirect(`${base}/p/${encodeURIComponent(slug)}?merci`, 303);
  });
}

/** Whether the page is closed: its link was taken back, or has had its time. */
function whyOver({ link, page }: Opened, now: Date): 'revoked' | 'expired' | undefined {
  if (link.isRevoked) return 'revoked';
  const end = page.goodFor === undefined ? Infinity : link.touch.sentAtCampaignTime.getTime() + milliseconds(page.goodFor);
  return campaignTime(link.campaign.clock, now.getTime()) > end ? 'expired' : undefined;
}

/** Whoever has the address sees the page, so it names its reader only where the scenario says so. */
function greeted({ greets }: PersonalPage, { identity }: Recipient): Person {
  return { title: null, firstName: greets === 'first-name' ? identity.firstName : null, lastName: null };
}

/** A yes to a proven mailbox holds at once; another waits for the mail that proves it. @returns whether that mail is to go out. */
async function saveConsents(transaction: Store, { id, opened: { link, name, recipient }, consents: { agreed, email } }: { id: string; opened: Opened; consents: GivenConsents }): Promise<boolean> {
  const source = `personal-page:${name}`;
  const { prospectId } = link;
  if (email === undefined) {
    await grantConsents(transaction, { prospectId, consents: agreed, source });
    return false;
  }
  const scenarioVersion = workflowTypeOf({ name: link.campaign.scenario, version: link.campaign.version });
  return requestConsent(transaction, { ...{ id, token: makeToken(), prospectId, journeyId: link.journey.id, touch: link.touch.name, scenarioVersion, consents: agreed, source, email }, locale: recipient.locale, validFor: CONFIRM_WITHIN });
}

function formIdOf(form: unknown): string {
  return typeof form === 'string' && FORM_ID.test(form) ? form : randomUUID();
}

/** The same form with the same answers is the same reply, however often it is sent; other answers are another. */
function replyId(token: string, formId: string, answers: Record<string, unknown>): string {
  const digest = createHash('sha256').update(JSON.stringify(Object.entries(answers).sort())).digest('base64url').slice(0, 12);
  return `reply:${token}:${formId}:${digest}`;
}
