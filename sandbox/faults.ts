import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const fault = z.discriminatedUnion('kind', [
  /** Refuses with this status, and keeps nothing. */
  z.strictObject({ kind: z.literal('fail-next'), count: z.int().min(1).max(10_000).default(1), status: z.int().min(400).max(599).default(500) }),
  /** Takes the mail and hangs up without an answer. */
  z.strictObject({ kind: z.literal('lose-answer'), count: z.int().min(1).max(10_000).default(1) }),
  /** Refuses with 429 and asks to wait, in seconds. */
  z.strictObject({ kind: z.literal('throttle'), count: z.int().min(1).max(10_000).default(1), retryAfter: z.int().min(0).max(86_400).default(1) }),
  /** Answers 200 with a page, as a proxy's error does, and keeps nothing. */
  z.strictObject({ kind: z.literal('web-page'), count: z.int().min(1).max(10_000).default(1) }),
]);
/** Over SMTP: this answer to MAIL, RCPT, DATA or the message itself, or none and a broken connection. */
const smtpFault = z.strictObject({ kind: z.literal('smtp'), at: z.enum(['mail', 'recipient', 'data', 'message']), answer: z.union([z.literal('hang-up'), z.string().regex(/^[45]\d\d /)]), count: z.int().min(1).max(10_000).default(1) });

export type Fault = z.infer<typeof fault>;
export type SmtpFault = z.infer<typeof smtpFault>;

/** What goes wrong by request, for tests: `POST /sandbox/faults`; each fault befalls the next `count` mails, in the order in which they were asked for. */
export function faultRoutes(app: FastifyInstance): { next(only?: Fault['kind']): Fault | undefined; nextSmtp(): SmtpFault | undefined } {
  const waiting: { fault: Fault; left: number }[] = [];
  const waitingSmtp: { fault: SmtpFault; left: number }[] = [];
  app.post('/sandbox/faults', async (request, reply) => {
    const smtp = smtpFault.safeParse(request.body);
    if (smtp.success) {
      waitingSmtp.push({ fault: smtp.data, left: smtp.data.count });
      return reply.code(201).send({ fault: smtp.data });
    }
    const parsed = fault.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ message: z.prettifyError(parsed.error) });
    waiting.push({ fault: parsed.data, left: parsed.data.count });
    return reply.code(201).send({ fault: parsed.data });
  });
  return { next: (only) => (only === undefined || waiting[0]?.fault.kind === only ? nextOf(waiting) : undefined), nextSmtp: () => nextOf(waitingSmtp) };
}

function nextOf<Kind>(waiting: { readonly fault: Kind; left: number }[]): Kind | undefined {
  const first = waiting[0];
  if (!first) return undefined;
  first.left -= 1;
  if (first.left === 0) waiting.shift();
  return first.fault;
}
