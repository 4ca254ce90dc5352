import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AreaDrop, AreaPageContext, ScenarioContent } from '../scenarios/content/index.ts';
import { workflowTypeOf } from '../scenarios/vocabulary/index.ts';
import { findArea, hasReplied, type FoundArea } from '../store/index.ts';
import { readAreaForm } from './area-form.ts';
import { PIXEL, VIEW } from './beacon.ts';
import type { TrackerParts } from './create-tracker.ts';
import { sendDocument } from './document.tsx';
import { machineBehind } from './evidence/index.ts';
import { sendNotFound, sendNotice } from './failures.ts';
import { overWords } from './notice-wording.ts';
import { languageOf } from './visitor.ts';

interface AreaRequest {
  Params: { code: string };
  Querystring: { merci?: string };
  Body: Record<string, unknown> | undefined;
}

interface Opened {
  readonly area: FoundArea;
  readonly drop: AreaDrop;
  readonly facts: ScenarioContent['facts'];
}

type State = Pick<AreaPageContext, 'answered' | 'problems' | 'given'> & { readonly beacon: boolean };

/** Replies are this event, whichever the scenario. */
const EVENT = 'area-reply';

/**
 * `GET /a/<code>`: the page of an area, opened from a leaflet by QR code or by hand. `POST` to the same address: its form makes the prospect and lets them into
 * the campaign. Visits are counted by area as those of a QR code are (docs/decisions/0006-signal-few.md): a bare request is `logical`, a machine's `bot`, and
 * one that the page saw itself `human`; none tells a journey, for there is none yet.
 */
export function serveAreaPages(app: FastifyInstance, parts: TrackerParts): void {
  const { store, intake, entries, contentOf, base } = parts;

  async function open(code: string): Promise<Opened | undefined> {
    const area = await findArea(store, code);
    if (!area) return undefined;
    const { scenario: name, version } = area.campaign;
    const { drop, facts } = contentOf(workflowTypeOf({ name, version }));
    if (!drop) throw new Error(`Expected ${name}.v${version} to have a drop in its content, got none: its leaflets are in print.`);
    return { area, drop, facts };
  }

  const localeOf = (request: FastifyRequest): string => (languageOf(request) === 'en' ? 'en-GB' : 'fr-FR');

  function show(request: FastifyRequest, reply: FastifyReply, { area, drop }: Opened, { state, status }: { state: State; status?: number }): FastifyReply {
    const locale = localeOf(request);
    const { code, name } = area;
    const context: AreaPageContext = { area: { code, name }, locale, action: `${base}/a/${code}`, answered: state.answered, problems: state.problems, given: state.given, formId: randomUUID() };
    const beacon = state.beacon ? { beacon: `${base}/ab/${code}?v=${randomUUID()}` } : {};
    return sendDocument(reply, { language: locale, title: drop.page.title(context), styles: drop.page.styles, body: drop.page.body(context), ...beacon }, status);
  }

  async function count(request: FastifyRequest, { code, campaign }: FoundArea, { eventId, evidence }: { eventId: string; evidence: 'logical' | 'human' }): Promise<void> {
    const machine = machineBehind(request);
    const data = { area: code, ...(machine ? { because: machine } : {}) };
    await intake.receive(request, { eventId, kind: 'visit', evidence: machine ? 'bot' : evidence, source: 'area-page', campaignId: campaign.id, data, keep: true });
  }

  app.get<AreaRequest>('/a/:code', async (request, reply) => {
    const opened = await open(request.params.code);
    if (!opened) return sendNotFound(request, reply);
    const answered = request.query.merci !== undefined;
    if (!answered) await count(request, opened.area, { eventId: `hit:${randomUUID()}`, evidence: 'logical' });
    return show(request, reply, opened, { state: { answered, problems: {}, given: {}, beacon: !answered } });
  });

  app.post<AreaRequest>('/a/:code', async (request, reply) => {
    const opened = await open(request.params.code);
    if (!opened) return sendNotFound(request, reply);
    const { area, drop, facts } = opened;
    const form = readAreaForm({ code: area.code, body: request.body ?? {}, page: drop.page, facts, locale: localeOf(request) });
    const { replyId: eventId, prospect, problems, given } = form;
    if (Object.keys(problems).length > 0) return show(request, reply, opened, { state: { answered: false, problems, given, beacon: false }, status: 422 });
    const thanks = () => reply.redirect(`${base}/a/${area.code}?merci`, 303);
    // A machine is thanked like a person, and learns nothing; nor does it show whether somebody has replied before.
    if (form.isMachine || machineBehind(request)) return thanks();
    const { email, lastName, addressLine, postcode } = prospect.identity;
    if (await hasReplied(store, { campaignId: area.campaign.id, email, lastName, addressLine, postcode })) return thanks();
    const answer = await entries.receive(request, {
      ...{ eventId, event: EVENT, campaignId: area.campaign.id, prospectId: prospect.id, prospect, source: 'area-page' },
      facts: { ...drop.facts({ code: area.code, name: area.name }), ...form.answers },
    });
    if ('problems' in answer) return show(request, reply, opened, { state: { answered: false, problems: fieldsOf(answer.problems, languageOf(request)), given, beacon: false }, status: 422 });
    if (!answer.entered && answer.why === 'no-open-campaign') return sendNotice(request, reply, { words: overWords, icon: 'check', status: 410 });
    return thanks();
  });

  void app.register(async (beacons) => {
    // As for personal pages: what a beacon holds is of no account.
    beacons.removeAllContentTypeParsers();
    beacons.addContentTypeParser('*', { parseAs: 'string' }, async () => undefined);
    const seen = async (request: FastifyRequest<{ Querystring: { v?: string } }>, code: string): Promise<boolean> => {
      const area = await findArea(store, code);
      if (!area) return false;
      const view = VIEW.test(request.query.v ?? '') ? request.query.v : randomUUID();
      await count(request, area, { eventId: `seen:a:${area.code}:${view}`, evidence: 'human' });
      return true;
    };
    beacons.post<{ Params: { code: string }; Querystring: { v?: string } }>('/ab/:code', async (request, reply) => {
      if (!(await seen(request, request.params.code))) return sendNotFound(request, reply);
      return reply.code(204).send();
    });
    beacons.get<{ Params: { file: string }; Querystring: { v?: string } }>('/ab/:file', async (request, reply) => {
      if (!(await seen(request, request.params.file.replace(/\.gif$/i, '')))) return sendNotFound(request, reply);
      return reply.headers({ 'content-type': 'image/gif', 'cache-control': 'private, no-store' }).send(PIXEL);
    });
  });
}

const CHOOSE = { fr: 'Choisissez une réponse.', en: 'Please choose an answer.' } as const;

/** Answers that the scenario can't do without; the form's fields have the facts' names. */
function fieldsOf(problems: readonly { readonly field: string }[], language: 'fr' | 'en'): Record<string, string> {
  return Object.fromEntries(problems.map(({ field }) => [field.replace(/^facts\./, ''), CHOOSE[language]]));
}
