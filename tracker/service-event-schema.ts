import { z } from 'zod';
import type { Evidence, Kind } from '../scenarios/vocabulary/index.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest);

/**
 * What each kind carries, as `Reports` of the vocabulary says. Strict: a field that is not expected is refused, since what a service sends
 * along (a name, an email) would end in the journey's history.
 */
const DATA = {
  delivered: z.strictObject({}).default({}),
  returned: z.strictObject({ reason: text(100) }),
  bounced: z.strictObject({ permanent: z.boolean() }),
  complained: z.strictObject({}).default({}),
  scan: z.strictObject({}).default({}),
  visit: z.strictObject({}).default({}),
  click: z.strictObject({ link: text(100) }),
  reply: z.strictObject({ facts: z.record(z.string().max(100), z.json()) }),
  redeem: z.strictObject({ voucher: text(60) }),
  purchase: z.strictObject({
    order: text(100),
    amount: z.number().nonnegative().finite(),
    currency: z.string().regex(/^[A-Z]{3}$/, 'Expected a currency of ISO 4217 such as EUR'),
  }),
  follow: z.strictObject({ page: text(100) }),
  unsubscribe: z.strictObject({ medium: z.enum(['print', 'email', 'social', 'all']) }),
} as const satisfies Record<Kind, z.ZodType>;

/** A carrier's reports are by its own scans; everything else a person did. */
export const USUAL_EVIDENCE: Readonly<Partial<Record<Kind, Evidence>>> = { delivered: 'scan', returned: 'scan', bounced: 'logical' };

const ID = /^[a-z0-9][a-z0-9-]*\/[^/\s]{1,100}$/;
/** Milliseconds by which a sender's clock may be ahead. */
const AHEAD = 5 * 60_000;

const envelope = {
  id: text(200),
  journey: z
    .union([
      z.string().regex(ID, 'Expected <campaign>/<prospect>'),
      z.strictObject({ campaign: text(63), prospect: text(100) }).transform(({ campaign, prospect }) => `${campaign}/${prospect}`),
    ])
    .optional(),
  touch: z.string().regex(/^[a-z0-9-]{1,80}\/\d{1,4}$/, 'Expected <message>/<occurrence>').optional(),
  token: text(40).optional(),
  at: z.iso
    .datetime({ offset: true })
    .transform((at) => new Date(at))
    .refine((at) => at.getTime() <= Date.now() + AHEAD, 'Expected a time that has come')
    .optional(),
  evidence: z.enum(['human', 'bot', 'scan', 'logical', 'estimated']).optional(),
};

const variant = <K extends Kind>(kind: K) => z.strictObject({ ...envelope, kind: z.literal(kind), data: DATA[kind] });

/** An event of a service, such as a shop's till or a carrier. */
export const serviceEvent = z
  .discriminatedUnion('kind', [
    variant('delivered'),
    variant('returned'),
    variant('bounced'),
    variant('complained'),
    variant('scan'),
    variant('visit'),
    variant('click'),
    variant('reply'),
    variant('redeem'),
    variant('purchase'),
    variant('follow'),
    variant('unsubscribe'),
  ])
  .superRefine((event, context) => {
    const known = [event.journey, event.token].filter((one) => one !== undefined).length;
    if (known === 2) context.addIssue({ code: 'custom', path: ['token'], message: 'Expected a journey or a token, got both' });
    if (known === 0 && event.kind !== 'redeem') context.addIssue({ code: 'custom', path: ['journey'], message: 'Expected a journey or a token, got neither' });
    if (event.touch !== undefined && event.token !== undefined) context.addIssue({ code: 'custom', path: ['touch'], message: 'Expected no touch beside a token, which has its own' });
  });

export type ServiceEvent = z.infer<typeof serviceEvent>;
