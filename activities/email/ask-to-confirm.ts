import { findConsentRequest, settleConsentMail, type ConsentRequest } from '../../store/consent-requests.ts';
import type { Store } from '../../store/connect.ts';
import type { ScenarioContent } from '../../scenarios/content/index.ts';
import { PermanentError } from '../errors.ts';
import { confirmationMail } from './confirmation-mail.tsx';
import type { Mail, MailProvider } from './mail-provider.ts';
import { messageIdOf } from './message-id.ts';
import { renderEmail } from './render-email.ts';

export interface AskToConfirmDeps {
  readonly store: Store;
  readonly mail: MailProvider;
  readonly contentOf: (workflowType: string) => ScenarioContent;
  readonly publicUrl: string;
  readonly from: string;
  readonly domain: string;
}

export type AskedToConfirm = 'sent' | 'confirmed' | 'over' | 'unknown';

/**
 * Mails the link by which a reader proves a mailbox, once a request however often it is tried: its Message-Id is made of the request's id, and a second
 * attempt asks the provider first whether it has the mail. A request that is over, confirmed already or erased with its person gets none.
 *
 * @throws PermanentError when the provider refuses the mail for good, with the request on record as `failed`, so that the page asks again; RetryableError while it can't say.
 */
export async function askToConfirm(deps: AskToConfirmDeps, { requestId: id, isRetry }: { readonly requestId: string; readonly isRetry: boolean }): Promise<AskedToConfirm> {
  const request = await findConsentRequest(deps.store, { id });
  if (!request) return 'unknown';
  if (request.status === 'confirmed') return 'confirmed';
  if (request.status === 'sent') return 'sent';
  if (request.expiresAt.getTime() <= Date.now()) return 'over';
  try {
    const mail = mailOf(deps, request);
    const earlier = isRetry ? await deps.mail.find(mail.messageId) : undefined;
    if (!earlier) await deps.mail.send(mail);
    await settleConsentMail(deps.store, { id, status: 'sent' });
    return 'sent';
  } catch (error) {
    if (error instanceof PermanentError) await settleConsentMail(deps.store, { id, status: 'failed' });
    throw error;
  }
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
  return { messageId: messageIdOf(`consent/${id}`, domain), touch: `consent/${id}`, from, to: email, subject, html, text, headers: { 'Auto-Submitted': 'auto-generated' }, tags: ['confirm-consent'] };
}
