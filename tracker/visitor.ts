import type { FastifyRequest } from 'fastify';

/** The language of a visitor of whom nothing else is known; French unless English is asked for first. */
export function languageOf(request: FastifyRequest): 'fr' | 'en' {
  const asked = (request.headers['accept-language'] ?? '').toLowerCase().split(',').map((one) => one.trim().slice(0, 2));
  return asked.find((one) => one === 'fr' || one === 'en') === 'en' ? 'en' : 'fr';
}
