import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** Whom a fault befalls: mails unless said, mailpieces that are posted to Lob, or lists that Lob is asked for. `after` lets so many pass first. */
const common = { target: z.enum(['mail', 'lob', 'lob-list']).default('mail'), after: z.int().min(0).max(10_000).default(0), count: z.int().min(1).max(10_000).default(1) };

const fault = z.discriminatedUnion('kind', [
  /** Refuses with this status, and keeps nothing. */
  z.strictObject({ kind: z.literal('fail-next'), ...common, status: z.int().min(400).max(599).default(500) }),
  /** Takes it and hangs up without an answer. */
  z.strictObject({ kind: z.literal('lose-answer'), ...common }),
  /** Takes it and never answers. */
  z.strictObject({ kind: z.literal('no-answer'), ...common }),
  /** Refuses with 429 and asks to wait, in seconds. */
  z.strictObject({ kind: z.literal('throttle'), ...common, retryAfter: z.int().min(0).max(86_400).default(1) }),
  /** Answers 200 with a page, as a proxy's error does, and keeps nothing. */
  z.strictObject({ kind: z.literal('web-page'), ...common }),
]);
/** Over SMTP: this answer to MAIL, RCPT, DATA or the message itself, or none and a broken connection. */
const smtpFault = z.strictObject({ kind: z.literal('smtp'), at: z.enum(['mail', 'recipient', 'data', 'message']), answer: z.union([z.literal('hang-up'), z.string().regex(/^[45]\d\d /)]), count: z.int().min(1).max(10_000).default(1) });

export type Fault = z.infer<typeof fault>;
export type SmtpFault = z.infer<typeof smtpFault>;

export interface Faults {
  /** What befalls the request that has just come; of that kind alone, where it is said. */
  next(target: Fault['target'], only?: Fault['kind']): Fault | undefined;
  /** What befalls the mail that has just come by SMTP. */
  nextSmtp(): SmtpFault | undefined;
}

/**
 * What goes wrong by request, for tests: `POST /sandbox/faults`; each fault befalls the next `count` requests of its target, in the order
 * in which they were asked for.
 */
export function faultRoutes(app: FastifyInstance): Faults {
  const waiting: { fault: Fault; after: number; left: number }[] = [];
  const waitingSmtp: { fault: SmtpFault; left: number }[] = [];
  app.post('/sandbox/faults', async (request, reply) => {
    const smtp = smtpFault.safeParse(request.body);
    if (smtp.success) {
      waitingSmtp.push({ fault: smtp.data, left: smtp.data.count });
      return reply.code(201).send({ fault: smtp.data });
    }
    const parsed = fault.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ message: z.prettifyError(parsed.error) });
    waiting.push({ fault: parsed.data, after: parsed.data.after, left: parsed.data.count });
    return reply.code(201).send({ fault: parsed.data });
  });
  return {
    nextSmtp() {
      const first = waitingSmtp[0];
      if (!first) return undefined;
      first.left -= 1;
      if (first.left === 0) waitingSmtp.shift();
      return first.fault;
    },
    next(target, only) {
      const index = waiting.findIndex((one) => one.fault.target === target);
      const first = waiting[index];
      if (!first || (only !== undefined && first.fault.kind !== only)) return undefined;
      if (first.after > 0) {
        first.after -= 1;
        return undefined;
      }
      first.left -= 1;
      if (first.left === 0) waiting.splice(index, 1);
      return first.fault;
    },
  };
}
