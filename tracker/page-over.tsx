import type { FastifyReply } from 'fastify';
import type { ScenarioContent } from '../scenarios/content/index.ts';
import { language, type Language } from '../scenarios/kit/language.ts';
import type { Link, Recipient } from '../store/index.ts';
import { sendDocument } from './document.tsx';
import { notice } from './notice.tsx';

interface PageOver {
  readonly link: Link;
  readonly recipient: Pick<Recipient, 'locale'>;
  readonly content: Pick<ScenarioContent, 'brand'>;
  readonly why: 'revoked' | 'expired';
  /** Path before every route. */
  readonly base: string;
}

const WORDS = {
  fr: {
    expired: { title: 'Cette invitation a fait son temps', text: 'Votre page personnelle est refermée, et son bon n’a plus cours.' },
    revoked: { title: 'Nous avons retiré ce lien', text: 'Il ne mène plus à une page personnelle. Vous n’avez rien à faire.' },
    ask: (email: string) => ['Une question, un bon que vous n’avez pas pu utiliser\u00a0? Écrivez à ', email, '\u00a0: quelqu’un vous répondra.'],
    shop: (name: string) => `Voir ce que propose ${name}`,
    preferences: 'Choisir ce que vous recevez',
  },
  en: {
    expired: { title: 'This invitation has had its time', text: 'Your personal page is closed, and its voucher is no longer good.' },
    revoked: { title: 'We have withdrawn this link', text: 'It no longer leads to a personal page. There is nothing you need to do.' },
    ask: (email: string) => ['A question, a voucher that you could not use? Write to ', email, ': somebody will answer.'],
    shop: (name: string) => `See what ${name} has to offer`,
    preferences: 'Choose what you receive',
  },
} as const satisfies Readonly<Record<Language, unknown>>;

/** The page of a link that was good once: why it is not any more, and what can be done. It names nobody; withdrawing goes on working from it. */
export function sendOver(reply: FastifyReply, { link, recipient, content: { brand }, why, base }: PageOver): FastifyReply {
  const speech = language(recipient.locale);
  const words = WORDS[speech];
  const { title, text } = words[why];
  const [before, email, after] = words.ask(brand?.email ?? '');
  const action = (
    <>
      {brand && (
        <p>
          {before}
          <a href={`mailto:${brand.email}`}>{email}</a>
          {after}
        </p>
      )}
      {brand && (
        <p className="after">
          <a className="onward" href={brand.shop} rel="noreferrer">
            {words.shop(brand.name)}
          </a>
        </p>
      )}
      <p className="after">
        <a href={`${base}/u/${link.token}`}>{words.preferences}</a>
      </p>
    </>
  );
  return sendDocument(reply, notice({ language: speech, title, paragraphs: [text], icon: 'signpost', action }), 410);
}
