import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { KeptMail } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import { mailPage, VIEWS } from './mail-page.tsx';
import { mailboxPage } from './mailbox-page.tsx';

/** A mail as `GET /sandbox/messages` gives it. */
export type SandboxMail = Pick<KeptMail, 'number' | 'id' | 'from' | 'to' | 'subject' | 'html' | 'text' | 'headers' | 'tags' | 'variables' | 'at'>;

/** Mails shown on a page of the mailbox. */
const ON_A_PAGE = 100;

const list = z.object({ to: z.string().max(200).default(''), before: z.coerce.number().int().min(1).optional() });
const since = z.object({ since: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(1_000).default(500) });
const view = z.object({ view: z.enum(VIEWS).default('mail') });
const number = z.object({ number: z.coerce.number().int().min(1) });

/** The mailbox, for people to look into and for the demo's crowd to read. */
export function mailRoutes(app: FastifyInstance, mailbox: Mailbox): void {
  app.get('/', async (request, reply) => {
    const { to, before = Number.POSITIVE_INFINITY } = list.catch({ to: '' }).parse(request.query);
    const wanted = to.trim().toLowerCase();
    const found = mailbox.mails.filter((mail) => mail.number < before && mail.recipients.some((recipient) => recipient.toLowerCase().includes(wanted))).slice(-ON_A_PAGE - 1);
    const shown = found.slice(-ON_A_PAGE).reverse();
    const older = found.length > ON_A_PAGE ? shown.at(-1)?.number : undefined;
    return page(reply, mailboxPage({ mails: shown, eventsOf: mailbox.eventsOf, search: to, older, total: mailbox.mails.length }));
  });

  app.get('/mail/:number', async (request, reply) => {
    const parsed = number.safeParse(request.params);
    const mail = parsed.success ? mailbox.mail(parsed.data.number) : undefined;
    if (!mail) return reply.code(404).type('text/plain').send('No such mail here. The list is at /');
    const chosen = view.catch({ view: 'mail' }).parse(request.query).view;
    return page(reply, mailPage({ mail, events: mailbox.eventsOf(mail.number), view: chosen }));
  });

  app.get('/sandbox/messages', async (request, reply) => {
    const parsed = since.safeParse(request.query);
    if (!parsed.success) return reply.code(400).send({ message: z.prettifyError(parsed.error) });
    const { since: cursor, limit } = parsed.data;
    const messages = mailbox.mails.slice(cursor, cursor + limit).map(shared);
    return { messages, cursor: messages.at(-1)?.number ?? cursor };
  });
}

function shared({ number: count, id, from, to, subject, html, text, headers, tags, variables, at }: KeptMail): SandboxMail {
  return { number: count, id, from, to, subject, html, text, headers, tags, variables, at };
}

/**
 * A page may load nothing from outside and run no script. The mail stands in a frame that inherits this policy, so inline styles have
 * to be allowed.
 */
function page(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-src 'self'; base-uri 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .send(html);
}
