import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { endJourney, pauseJourney, resumeJourney, skipWait } from '../../client/operate-journey.ts';
import { partsOfJourneyId } from '../../store/journey-id.ts';
import { recordAct, recordLook } from '../../store/operator-acts.ts';
import { recordedJourneys, searchPeople, touchesOfJourney, type RecordedJourney, type RecordedTouch } from '../../store/prospect-record.ts';
import { pulseOf } from '../../store/pulse.ts';
import { loadRecipient } from '../../store/index.ts';
import { MAIL_POLICY } from '../page/policy.ts';
import { fieldsOf, type DashboardParts } from '../parts.ts';
import { createPictureShelf } from '../pictures/picture-shelf.ts';
import { readJournal } from './journal.ts';
import { personPage } from './person-page.tsx';
import { drawMailpiece, writeMail } from './received.ts';
import { searchPage } from './search-page.tsx';
import { mailPage } from './mail-page.tsx';

interface PersonRequest {
  readonly Params: { readonly prospect: string };
  readonly Querystring: { readonly journey?: string };
}

interface TouchRequest {
  readonly Params: { readonly touch: string };
}

interface SideRequest {
  readonly Params: { readonly touch: string; readonly side: string };
}

const SEARCH_LIMIT = 120;
const SEARCHED = 'parcours-searched';
/** Mailpieces whose pictures are kept; some 200 kB each. */
const KEPT = 60;

/** `/people`: a search; `/people/:prospect`: one person, on record that it was looked at; what they received; what may be done to their journey. */
export function servePeople(app: FastifyInstance, parts: DashboardParts): void {
  const { store, client, placeOf, show, notFound, carryOut, whoAsks, temporalUi, secure } = parts;
  const pieces = createPictureShelf<Uint8Array[] | undefined>({ most: KEPT });

  // What is typed names somebody: it stands in no address, which browsers and proxies keep. Led back to, the page finds it in a cookie of ten minutes.
  app.post('/people', async (request, reply) => {
    const words = (fieldsOf(request)['q'] ?? '').trim().slice(0, SEARCH_LIMIT);
    reply.setCookie(SEARCHED, Buffer.from(words).toString('base64url'), { path: '/people', httpOnly: true, sameSite: 'strict', secure, maxAge: 600 });
    return reply.redirect('/people?found', 303);
  });

  app.get<{ Querystring: { found?: unknown } }>('/people', async (request, reply) => {
    const place = await placeOf(request);
    const words = request.query.found === undefined ? '' : Buffer.from(request.cookies[SEARCHED] ?? '', 'base64url').toString();
    const found = words === '' ? undefined : await searchPeople(store, words);
    if (found) await recordAct(store, { operator: place.signedIn.operator, act: 'search', details: { found: found.map(({ id }) => id) } });
    return show(reply, place, searchPage(place, { words, found }));
  });

  app.get<PersonRequest>('/people/:prospect', async (request, reply) => {
    const { prospect: prospectId } = request.params;
    const [recipient, journeys] = await Promise.all([loadRecipient(store, prospectId), recordedJourneys(store, prospectId)]);
    if (!recipient && journeys.length === 0) return notFound(request, reply);
    const journey = journeys.find(({ id }) => id === request.query.journey) ?? journeys[0];
    const pulse = await pulseOf(store, journey?.campaignId);
    const place = await placeOf(request);
    await recordLook(store, { operator: place.signedIn.operator, act: 'look', prospectId, campaignId: journey?.campaignId });
    const touches = journey ? await touchesOfJourney(store, journey.id) : [];
    const journal = journey && (await readJournal({ client, store }, journey, touches));
    return show(reply, place, personPage(place, { prospectId, recipient, journeys, journey, touches, journal, pulse, temporalUi }));
  });

  app.post<PersonRequest>('/people/:prospect', async (request, reply) => {
    const { prospect: prospectId } = request.params;
    const { act, journey = '' } = fieldsOf(request);
    const { campaignId, prospectId: led } = idsOf(journey);
    if (led !== prospectId) return notFound(request, reply);
    const order = { campaignId, prospectId, details: { journey } };
    switch (act) {
      case 'pause-journey':
        return carryOut(request, reply, { ...order, act, work: () => pauseJourney(client, journey) });
      case 'resume-journey':
        return carryOut(request, reply, { ...order, act, work: () => resumeJourney(client, journey) });
      case 'skip-wait':
        return carryOut(request, reply, { ...order, act, work: () => skipWait(client, journey) });
      case 'end-journey':
        return carryOut(request, reply, { ...order, act, work: () => endJourney(client, journey) });
      default:
        return notFound(request, reply);
    }
  });

  /** A touch of somebody, looked at by whoever asks. */
  async function touchOf(request: FastifyRequest<TouchRequest>): Promise<{ journey: RecordedJourney; touch: RecordedTouch } | undefined> {
    const id = request.params.touch;
    const { prospectId } = idsOf(id.split('/').slice(0, -2).join('/'));
    const journey = (await recordedJourneys(store, prospectId)).find((one) => id.startsWith(`${one.id}/`) && id.slice(one.id.length + 1).split('/').length === 2);
    const touch = journey && (await touchesOfJourney(store, journey.id)).find((one) => one.id === id);
    if (!journey || !touch) return undefined;
    await recordLook(store, { operator: whoAsks(request).operator, act: 'look', prospectId, campaignId: journey.campaignId });
    return { journey, touch };
  }

  app.get<SideRequest>('/received/:touch/card/:side', async (request, reply) => {
    const found = await touchOf(request);
    const sides = found && (await pieces.get(found.touch.id, () => drawMailpiece(parts, found.touch)));
    const side = sides?.[Number(request.params.side) - 1];
    return side ? reply.type('image/png').send(Buffer.from(side)) : notFound(request, reply);
  });

  const mailOf = async (request: FastifyRequest<TouchRequest>) => {
    const found = await touchOf(request);
    const mail = found && (await writeMail(parts, found.journey, found.touch));
    return mail && { ...found, mail };
  };
  app.get<TouchRequest>('/received/:touch/mail.html', async (request: FastifyRequest<TouchRequest>, reply: FastifyReply) => {
    const found = await mailOf(request);
    if (!found) return notFound(request, reply);
    return reply.headers({ 'content-security-policy': MAIL_POLICY }).type('text/html; charset=utf-8').send(found.mail.html);
  });
  app.get<TouchRequest>('/received/:touch', async (request, reply) => {
    const found = await mailOf(request);
    if (!found) return notFound(request, reply);
    const place = await placeOf(request);
    return show(reply, place, mailPage(place, { ...found, subject: found.mail.subject }));
  });
}

function idsOf(journeyId: string): { campaignId: string; prospectId: string } {
  try {
    return partsOfJourneyId(journeyId);
  } catch {
    return { campaignId: '', prospectId: '' };
  }
}
