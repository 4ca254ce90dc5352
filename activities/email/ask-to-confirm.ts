import { findConsentRequest, settleConsentMail, type ConsentRequest } from '../../store/consent-requests.ts';
import type { ScenarioContent } from '../../scenarios/content/index.ts';
import { PermanentError } from '../errors.ts';
import { confirmationMail } from './confirmation-mail.tsx';
import { handOver, takeOver, type HandOverDeps } from './hand-over.ts';
import { jumpQueue } from './mail-slot.ts';
import type { Mail } from './mail-provider.ts';
import { messageIdOf } from './message-id.ts';
import type { Pace } from './pace.ts';
import { renderEmail } from './render-email.ts';

export interface AskToConfirmDeps extends HandOverDeps {
  readonly contentOf: (workflowType: string) => ScenarioContent;
  readonly publicUrl: string;
  readonly from: string;
  readonly domain: string;
  /** How fast each receiver gets mails; as fast as can be when left out. */
  readonly pace?: Pace | undefined;
}

export type AskedToConfirm = 'sent' | 'confirmed' | 'failed' | 'over' | 'unknown';

/**
 * Mails the link by which a reader proves a mailbox, once a request however often it is tried, by the rule of all mails (`handOver`): the attempt is on record before the
 * provider is asked, and what became of an earlier one decides whether the mail goes out again. A request that is over, confirmed already or erased with its person gets none.
 *
 * @throws PermanentError when the provider refuses the mail for good, with the request on record as `failed`, so that the page asks again; RetryableError while it can't say.
 */
export async function askToConfirm(deps: AskToConfirmDeps, { requestId: id }: { readonly requestId: string }): Promise<AskedToConfirm> {
  const request = await findConsentRequest(deps.store, { id });
  if (!request) return 'unknown';
  if (request.status !== 'asked') return request.status;
  const owed = { of: 'consent_requests', id } as const;
  const lease = await takeOver(deps.store, owed, deps.lease);
  try {
    const handed = await handOver(deps, {
      ...{ ...owed, ...lease, messageId: messageIdOf(touchOf(id), deps.domain) },
      refused: async () => {
        if (request.expiresAt.getTime() <= Date.now()) return 'over';
        if (deps.pace) await jumpQueue(deps.store, deps.pace, request.email);
        return undefined;
      },
      make: () => mailOf(deps, request),
    });
    if ('refused' in handed) return 'over';
  } catch (error) {
    if (error instanceof PermanentError) await settleConsentMail(deps.store, { id, status: 'failed' });
    throw error;
  }
  await settleConsentMail(deps.store, { id, status: 'sent' });
  return 'sent';
}

/** What its provider knows the mail by; no touch, which a journey would have. */
function touchOf(requestId: string): string {
  return `consent/${requestId}`;
}

function mailOf({ contentOf, publicUrl, from, domain }: AskToConfirmDeps, { id, token, scenarioVersion, consents, email, locale }: ConsentRequest): Mail {
  const { brand } = contentOf(scenarioVersion);
  if (!brand) throw new PermanentError('MissingBrand', `Expected the content of ${scenarioVersion} to have a brand, got none. Add it: whoever asks for a consent says who they are.`);
  // The exact words that were agreed to, without the name and version before them.
  const agreed = consents.map(({ wording }) => wording.replace(/^\S+ \w+: /, ''));
  const { subject, html, text } = renderEmail({
    name: 'confirm-consent',
    message: confirmationMail,
    context: { props: { brand, agreed }, person: { title: null, firstName: null, lastName: null }, locale, links: { confirm: `${publicUrl}/k/${token}` }, unsubscribe: '' },
  });
  return { messageId: messageIdOf(touchOf(id), domain), touch: touchOf(id), from, to: email, subject, html, text, headers: { 'Auto-Submitted': 'auto-generated' }, tags: ['confirm-consent'] };
}
