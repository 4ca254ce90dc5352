import type { FastifyReply, FastifyRequest } from 'fastify';

/** What the dashboard speaks. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const COOKIE = 'parcours-language';

/** An operator's choice, else the browser's first language that is spoken here, else English. */
export function languageOf({ cookies, headers }: Pick<FastifyRequest, 'cookies' | 'headers'>): Language {
  const chosen = cookies[COOKIE];
  return LANGUAGES.find((language) => language === chosen) ?? accepted(headers['accept-language']) ?? 'en';
}

/** @example accepted('fr-CA;q=0.8, en;q=0.9') // 'en' */
export function accepted(header = ''): Language | undefined {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = Number(parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean) ?? 1);
      return { language: LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language), weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wanted.find(({ language }) => language !== undefined)?.language;
}

export function keepLanguage(reply: FastifyReply, language: Language, secure: boolean): void {
  reply.setCookie(COOKIE, language, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: 365 * 86_400 });
}
