import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Delivery } from './delivery.ts';
import type { Faults } from './faults.ts';
import { mailOf, readMailForm } from './mail-form.ts';
import { eventData, type MailEvent } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import { openRateLimit, type RateLimit } from './rate-limit.ts';

interface MailgunParts {
  readonly key: string;
  /** The only domain it knows; any when left out. */
  readonly domain?: string | undefined;
  /** As many as come when left out. */
  readonly rate?: RateLimit | undefined;
  readonly mailbox: Mailbox;
  readonly delivery: Delivery;
  readonly faults: Faults;
}

const WEB_PAGE = '<!doctype html><title>Welcome</title><p>Please accept our cookies.</p>';

type OfDomain = { Params: { domain: string } };
type Filters = Partial<Record<'message-id' | 'recipient' | 'event' | 'limit' | 'ascending', string>>;

/** Mailgun's API as far as Parcours uses it: messages and events, with basic auth. */
export function mailgunRoutes(app: FastifyInstance, { key, domain, rate, mailbox, delivery, faults }: MailgunParts): { /** Mails that came faster than they are taken. */ refused(): number } {
  const allowance = rate && openRateLimit(rate, Date);
  let refused = 0;
  const authorise = async (request: FastifyRequest<OfDomain>, reply: FastifyReply): Promise<unknown> => {
    if (!isAuthorised(request.headers.authorization, key)) return reply.code(401).type('text/plain').send('Forbidden');
    if (domain !== undefined && request.params.domain !== domain) return reply.code(404).send({ message: `Domain not found: ${request.params.domain}` });
    return undefined;
  };

  app.post<OfDomain>('/v3/:domain/messages', { preHandler: authorise }, async (request, reply) => {
    const form = await readMailForm(request);
    const turn = allowance?.('messages');
    if (turn?.allowed === false) {
      refused += 1;
      return reply.code(429).header('retry-after', Math.ceil((turn.reset - Date.now()) / 1_000)).send({ message: 'Too many requests' });
    }
    const fault = faults.next('mail');
    if (fault?.kind === 'throttle') return reply.code(429).header('retry-after', fault.retryAfter).send({ message: 'Too many requests' });
    if (fault?.kind === 'web-page') return reply.type('text/html').send(WEB_PAGE);
    if (fault?.kind === 'fail-next') return reply.code(fault.status).send({ message: `The sandbox was asked to fail with ${fault.status}` });
    if (form.cut) return reply.code(413).send({ message: 'Request Entity Too Large' });
    const at = new Date();
    const mail = mailOf(form, { domain: request.params.domain, messageId: newMessageId(at, request.params.domain), at: at.toISOString() });
    if ('wrong' in mail) return reply.code(400).send({ message: mail.wrong });
    delivery.begin(mailbox.keep(mail));
    if (fault?.kind === 'lose-answer' || fault?.kind === 'no-answer') {
      reply.hijack();
      if (fault.kind === 'lose-answer') request.raw.socket.destroy();
      return reply;
    }
    return { id: `<${mail.id}>`, message: 'Queued. Thank you.' };
  });

  const page = (request: FastifyRequest<OfDomain>, filters: Filters, skip: number) => {
    const limit = Math.min(Math.max(Number(filters.limit) || 100, 1), 300);
    const matching = mailbox.events.filter((event) => matches(event, filters, mailbox, request.params.domain));
    const ordered = filters.ascending === 'yes' ? matching : matching.reverse();
    const address = (from: number) => `${request.protocol}://${request.host}/v3/${request.params.domain}/events/${Buffer.from(JSON.stringify({ filters, skip: from })).toString('base64url')}`;
    return {
      items: ordered.slice(skip, skip + limit).map((event) => eventData(event, mailbox.mail(event.mail)!)),
      paging: { first: address(0), previous: address(Math.max(0, skip - limit)), next: address(skip + limit), last: address(Math.max(0, ordered.length - limit)) },
    };
  };
  app.get<OfDomain & { Querystring: Filters }>('/v3/:domain/events', { preHandler: authorise }, async (request, reply) => (faults.next('mail', 'web-page') ? reply.type('text/html').send(WEB_PAGE) : page(request, request.query, 0)));
  app.get<{ Params: { domain: string; page: string } }>('/v3/:domain/events/:page', { preHandler: authorise }, async (request, reply) => {
    const known = parsePage(request.params.page);
    return known ? page(request, known.filters, known.skip) : reply.code(400).send({ message: 'Invalid page' });
  });
  return { refused: () => refused };
}

function matches(event: MailEvent, filters: Filters, mailbox: Mailbox, domain: string): boolean {
  const mail = mailbox.mail(event.mail)!;
  const { 'message-id': messageId, recipient } = filters;
  const kinds = filters.event?.toLowerCase().split(' or ');
  return mail.domain === domain && (!messageId || mail.id === messageId) && (!recipient || event.recipient === recipient) && (!kinds || kinds.includes(event.event));
}

function parsePage(page: string): { filters: Filters; skip: number } | undefined {
  try {
    const { filters, skip } = JSON.parse(Buffer.from(page, 'base64url').toString()) as { filters: Filters; skip: number };
    return typeof filters === 'object' && Number.isInteger(skip) ? { filters, skip } : undefined;
  } catch {
    return undefined;
  }
}

function isAuthorised(header: string | undefined, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Basic ${Buffer.from(`api:${key}`).toString('base64')}`));
}

function newMessageId(at: Date, domain: string): string {
  return `${at.toISOString().replace(/\D/g, '')}.${randomBytes(8).toString('hex')}@${domain}`;
}
