import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AreaPage, ScenarioContent } from '../scenarios/content/index.ts';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { NewProspect } from '../store/index.ts';
import { readAnswers } from './form-answers.ts';

interface AreaForm {
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly page: AreaPage;
  readonly facts: ScenarioContent['facts'];
  readonly locale: string;
}

export interface AreaReply {
  /** Of the form: sent twice, it is one reply. */
  readonly replyId: string;
  readonly prospect: NewProspect;
  readonly answers: Readonly<Record<string, unknown>>;
  /** What was wrong, by field, in the person's language; empty when all is well. */
  readonly problems: Readonly<Record<string, string>>;
  readonly given: Readonly<Record<string, string>>;
  /** A field that people don't see was filled in. */
  readonly isMachine: boolean;
}

const FIELDS = { email: 254, title: 20, firstName: 38, lastName: 38, addressLine: 38, addressComplement: 38, postcode: 10, city: 38 } as const;
type Field = keyof typeof FIELDS;
const FORM_ID = /^[\w-]{8,64}$/;
const MEDIA: readonly TouchMedium[] = ['email', 'print', 'social'];

const WORDS = {
  fr: {
    email: 'Cette adresse e-mail n’a pas l’air complète.',
    either: 'Laissez-nous une adresse e-mail ou une adresse postale.',
    address: 'Il nous le faut pour vous écrire à cette adresse.',
    postcode: 'Un code postal a cinq chiffres.',
    tooLong: 'C’est trop long pour une ligne d’adresse.',
  },
  en: {
    email: 'This email address does not look complete.',
    either: 'Leave us an email or a postal address.',
    address: 'We need it to write to that address.',
    postcode: 'A postcode has five digits.',
    tooLong: 'This is too long for a line of an address.',
  },
} as const;

/**
 * Reads the form of an area's page: answers by the scenario's schema, who they are, what they agree to. The prospect's id is made of the form's, so the
 * same form makes the same prospect, and says nothing about the person.
 */
export function readAreaForm({ code, body, page, facts, locale }: AreaForm): AreaReply {
  const words = WORDS[locale.startsWith('en') ? 'en' : 'fr'];
  const { answers, problems, given } = readAnswers({ body, asks: page.asks, facts, locale });
  const value = (name: string): string | null => {
    const sent = body[name];
    const last: unknown = Array.isArray(sent) ? sent.at(-1) : sent;
    return typeof last === 'string' && last.trim() !== '' ? last.trim().replace(/\p{Cc}+/gu, ' ') : null;
  };
  const identity = Object.fromEntries(Object.keys(FIELDS).map((field) => [field, value(field)])) as Record<Field, string | null>;
  for (const [field, longest] of Object.entries(FIELDS) as [Field, number][]) {
    const text = identity[field];
    if (text === null) continue;
    given[field] = text.slice(0, 300);
    if (text.length > longest) problems[field] = words.tooLong;
  }
  const { email, lastName, addressLine, postcode, city } = identity;
  if (email === null && addressLine === null) problems['email'] = words.either;
  if (email !== null && !z.email().safeParse(email).success) problems['email'] = words.email;
  if (addressLine !== null) for (const [field, text] of Object.entries({ lastName, postcode, city })) if (text === null) problems[field] = words.address;
  if (postcode !== null && !/^\d{5}$/.test(postcode)) problems['postcode'] = words.postcode;

  const wording = page.consents(locale);
  const agreed = MEDIA.filter((medium) => wording[medium] !== undefined && value(`consent-${medium}`) === 'yes');
  for (const medium of agreed) given[`consent-${medium}`] = 'yes';
  const form = value('form') ?? '';
  const formId = FORM_ID.test(form) ? form : randomUUID();
  const id = `a-${createHash('sha256').update(`${code}/${formId}`).digest('hex').slice(0, 20)}`;
  return {
    replyId: `area-reply:${code}:${formId}`,
    prospect: {
      ...{ id, locale, facts: {}, identity: { ...identity, country: 'FR' } },
      consents: Object.fromEntries(agreed.map((medium) => [medium, true])),
      // The proof of consent is what was agreed to, word for word.
      source: `area-page ${code}: ${agreed.map((medium) => `« ${wording[medium]} »`).join(' ')}`,
    },
    answers,
    problems,
    given,
    isMachine: value('website') !== null,
  };
}
