import type { FastifyInstance, FastifyReply } from 'fastify';
import { language } from '../../scenarios/kit/language.ts';
import { findCampaign, TOKEN_PATTERN } from '../../store/index.ts';
import { confirmConsentRequest, findConsentRequest, type ConsentRequest } from '../../store/consent-requests.ts';
import type { TrackerParts } from '../create-tracker.ts';
import { sendDocument } from '../document.tsx';
import { sendNotFound } from '../failures.ts';
import type { Occurrence } from '../intake.ts';
import { tellConsents } from './tell-consents.ts';
import { notice, type Notice } from '../notice.tsx';
import { partsOfJourneyId } from '../../store/journey-id.ts';
import { confirmationWords } from './confirmation-wording.ts';

/** Looked up in place of what can't be a token, so that both take the same time. */
const DECOY = '2222222222';

/** No line breaks at the hyphen of `e-mail`. */
const unbroken = (text: string): string => text.replace(/e-mail/g, 'e\u2011mail');

type Request = { readonly Params: { readonly token: string } };

/**
 * `/k/<token>`, from the mail that proves a mailbox. GET shows what was agreed to, and a button, since scanners follow links; only POST confirms: the consents
 * hold from then on, and the mailbox is the person's. A second POST changes nothing and is thanked all the same.
 */
export function serveConfirmations(app: FastifyInstance, { store, intake, contentOf, base }: TrackerParts): void {
  const requestAt = async (token: string): Promise<ConsentRequest | undefined> => {
    const wellFormed = TOKEN_PATTERN.test(token);
    const found = await findConsentRequest(store, { token: wellFormed ? token : DECOY });
    return wellFormed ? found : undefined;
  };

  function say(reply: FastifyReply, { locale, scenarioVersion }: ConsentRequest, which: 'done' | 'over'): FastifyReply {
    const speech = language(locale);
    return sendDocument(reply, notice({ language: speech, ...confirmationWords[speech][which](brandOf(scenarioVersion)), icon: which === 'done' ? 'check' : 'letter' }), which === 'done' ? 200 : 410);
  }

  const brandOf = (scenarioVersion: string): string => contentOf(scenarioVersion).brand?.name ?? '';
  const isOver = ({ status, expiresAt }: ConsentRequest): boolean => status !== 'confirmed' && expiresAt.getTime() <= Date.now();

  app.get<Request>('/k/:token', async (request, reply) => {
    const asked = await requestAt(request.params.token);
    if (!asked) return sendNotFound(request, reply);
    if (asked.status === 'confirmed' || isOver(asked)) return say(reply, asked, isOver(asked) ? 'over' : 'done');
    const speech = language(asked.locale);
    const { title, paragraphs, button, nothing } = confirmationWords[speech].ask(brandOf(asked.scenarioVersion));
    const action: Notice['action'] = (
      <>
        {asked.consents.map(({ medium, wording }) => (
          <blockquote key={medium}>{unbroken(wording.replace(/^\S+ \w+: /, ''))}</blockquote>
        ))}
        <form method="post" action={`${base}/k/${asked.token}`}>
          <button type="submit">{button}</button>
        </form>
        <p className="after">{nothing}</p>
      </>
    );
    return sendDocument(reply, notice({ language: speech, title, paragraphs, icon: 'letter', action }));
  });

  app.post<Request>('/k/:token', async (request, reply) => {
    const asked = await requestAt(request.params.token);
    if (!asked) return sendNotFound(request, reply);
    if (isOver(asked)) return say(reply, asked, 'over');
    const campaign = await findCampaign(store, partsOfJourneyId(asked.journeyId).campaignId);
    await intake.receiveAll(request, async (transaction): Promise<readonly Occurrence[]> => {
      const { id, journeyId, prospectId, touch, consents } = asked;
      const source = 'confirmation-page';
      let isNew = false;
      const told = await tellConsents(transaction, { prospectId, id: `consent:${id}`, source, agreed: consents.map(({ medium }) => medium), from: { journeyId, touch } }, async () => {
        isNew = (await confirmConsentRequest(transaction, asked.token)) !== undefined;
      });
      if (!isNew || !campaign) return [];
      return [{ eventId: `consent:${id}`, kind: 'consent-asked', evidence: 'human', source, about: { journeyId, prospectId, clock: campaign.clock }, touch, data: { step: 'confirmed', consents }, keep: true }, ...told];
    });
    return say(reply, { ...asked, status: 'confirmed' }, 'done');
  });
}
