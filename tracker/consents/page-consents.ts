import { NO_CONSENTS, wordingOf, type ConsentsToAsk, type PersonalPage } from '../../scenarios/content/index.ts';
import { language } from '../../scenarios/kit/language.ts';
import type { AgreedConsent } from '../../store/consent-requests.ts';
import type { Link, Opening, Recipient } from '../../store/index.ts';
import { readEmail, type EmailProblem } from '../email-address.ts';

type Standing = Pick<Recipient, 'consents' | 'suppressions' | 'locale' | 'identity'>;

interface Asking {
  readonly page: PersonalPage;
  readonly link: Link;
  readonly recipient: Standing;
}

/** Whether a yes is to be proven by a mail: a mailbox is proven by whoever follows a link of a mail to it, unless it is dead. */
function needsProof({ link, recipient: { identity, suppressions } }: Asking): boolean {
  return link.touch.medium === 'print' || !identity.email || suppressions.email === 'bounced';
}

/** What a page asks now: consents that were not given, or were and then withdrawn; none that a complaint has closed. */
export function consentsToAsk({ isConfirmationOnItsWay, ...asking }: Asking & Pick<Opening, 'isConfirmationOnItsWay'>): ConsentsToAsk {
  const { page, recipient } = asking;
  const { consents, suppressions, locale } = recipient;
  const lifted = [undefined, 'unsubscribed', 'bounced'];
  const open = (page.consents ?? []).filter(({ medium }) => lifted.includes(suppressions[medium]) && suppressions.email !== 'complained' && (consents[medium] !== true || suppressions[medium] !== undefined));
  if (open.length === 0) return NO_CONSENTS;
  const needsEmail = needsProof(asking);
  return { asked: open.map(({ medium, words }) => ({ medium, text: words[language(locale)] })), needsEmail, onItsWay: needsEmail && isConfirmationOnItsWay };
}

export interface GivenConsents {
  readonly agreed: readonly AgreedConsent[];
  /** The mailbox to be proven; none where it is proven already. */
  readonly email: string | undefined;
  readonly problems: Readonly<Record<string, string>>;
  readonly given: Readonly<Record<string, string>>;
}

const WORDS: Readonly<Record<'fr' | 'en', Readonly<Record<EmailProblem | 'tick', string>>>> = {
  fr: {
    missing: 'Écrivez votre adresse e-mail.',
    'too-long': 'Cette adresse est trop longue pour être juste.',
    shape: 'Cette adresse n’a pas la forme nom@domaine.fr. Vérifiez-la, sans espace.',
    mixed: 'Cette adresse mêle des lettres d’alphabets différents. Retapez-la au clavier.',
    tick: 'Cochez la case si vous êtes d’accord.',
  },
  en: {
    missing: 'Write your email address.',
    'too-long': 'This address is too long to be right.',
    shape: 'This address does not look like name@domain.com. Check it, without spaces.',
    mixed: 'This address mixes letters of different alphabets. Type it anew.',
    tick: 'Tick the box if you agree.',
  },
};

/** Reads the consents of a page's form: the boxes `consent-<medium>` that are ticked, and `email` where the mailbox is to be proven. A form that only asks for them, `about=consent`, must have one. */
export function readConsents(asking: Asking & { readonly body: Readonly<Record<string, unknown>>; readonly scenario: string; readonly name: string }): GivenConsents {
  const { page, recipient, body, scenario, name } = asking;
  const words = WORDS[language(recipient.locale)];
  const last = (field: string): unknown => (Array.isArray(body[field]) ? (body[field] as unknown[]).at(-1) : body[field]);
  const ticked = (page.consents ?? []).filter(({ medium }) => last(`consent-${medium}`) === 'yes');
  const typed = last('email');
  const given: Record<string, string> = Object.fromEntries(ticked.map(({ medium }) => [`consent-${medium}`, 'yes']));
  if (typeof typed === 'string' && typed !== '') given['email'] = typed.slice(0, 300);
  const problems: Record<string, string> = {};
  const [first] = page.consents ?? [];
  if (ticked.length === 0 && first && last('about') === 'consent') problems[`consent-${first.medium}`] = words.tick;
  const agreed = ticked.map((one): AgreedConsent => ({ medium: one.medium, wording: wordingOf(one, { scenario, page: name, locale: recipient.locale }) }));
  if (!needsProof(asking) || (agreed.length === 0 && Object.keys(problems).length === 0)) return { agreed, email: undefined, problems, given };
  const read = readEmail(typed);
  if ('problem' in read) problems['email'] = words[read.problem];
  return { agreed, email: 'email' in read ? read.email : undefined, problems, given };
}
