import { z } from 'zod';
import type { Evidence, Kind } from '../scenarios/vocabulary/index.ts';
import { JOURNEY_KEY, journeyIdOf, PROSPECT_ID } from '../store/index.ts';
import { EVIDENCE, happenedAt, text } from './event-fields.ts';

/** What a service may report: what journeys are told, and refunds, which only count. A consent comes in with its proof, by a page or an import. */
export type ServiceKind = Exclude<Kind, 'consent'> | 'refund';

const amount = z.number().nonnegative().finite();
const currency = z.string().regex(/^[A-Z]{3}$/, 'Expected a currency of ISO 4217 such as EUR');

/**
 * What each kind carries, as `Reports` of the vocabulary says. Strict: a field that is not expected is refused, since what a service sends
 * along (a name, an email) would end in the journey's history.
 */
const DATA = {
  posted: z.strictObject({ inHome: z.iso.datetime({ offset: true }) }),
  delivered: z.strictObject({}).default({}),
  returned: z.strictObject({ reason: text(100) }),
  bounced: z.strictObject({ permanent: z.boolean() }),
  complained: z.strictObject({}).default({}),
  failed: z.strictObject({ reason: text(100) }),
  scan: z.strictObject({}).default({}),
  visit: z.strictObject({}).default({}),
  click: z.strictObject({ link: text(100) }),
  reply: z.strictObject({ facts: z.record(z.string().max(100), z.json()) }),
  // Order and amount, where the till tells them: then a purchase of the same order that is reported as well is the same one.
  redeem: z
    .strictObject({ voucher: text(60), order: text(100).optional(), amount: amount.optional(), currency: currency.optional() })
    .refine(({ amount: sum, currency: of }) => (sum === undefined) === (of === undefined), 'Expected amount and currency together'),
  purchase: z.strictObject({ order: text(100), amount, currency, voucher: text(60).optional() }),
  // Of the order's currency; `refund` is its own number, by which one that is told twice is known. Journeys are not told.
  refund: z.strictObject({ order: text(100), amount, currency, refund: text(100).optional() }),
  follow: z.strictObject({ page: text(100) }),
  unsubscribe: z.strictObject({ medium: z.enum(['print', 'email', 'social', 'all']) }),
} as const satisfies Record<ServiceKind, z.ZodType>;

/** A carrier's reports are by its own scans; everything else a person did. */
export const USUAL_EVIDENCE: Readonly<Partial<Record<ServiceKind, Evidence>>> = { posted: 'scan', delivered: 'scan', returned: 'scan', bounced: 'logical', failed: 'logical' };

const ID = /^[a-z0-9][a-z0-9-]*\/[^/\s]{1,100}(\/[^/\s]{1,100})?$/;
/** Acts of a person whom the sender knows, and not by which touch: these may name the prospect, and reach the journeys that they are about. */
const ABOUT_PROSPECT: readonly ServiceKind[] = ['redeem', 'purchase', 'refund', 'follow', 'unsubscribe'];

const envelope = {
  id: text(200),
  journey: z
    .union([
      z.string().regex(ID, 'Expected <campaign>/<prospect> or <campaign>/<prospect>/<key>'),
      z.strictObject({ campaign: text(63), prospect: text(100), key: z.string().regex(JOURNEY_KEY).optional() }).transform(({ campaign, prospect: prospectId, key }) =>
        journeyIdOf({ campaignId: campaign, prospectId, ...(key === undefined ? {} : { key }) }),
      ),
    ])
    .optional(),
  prospectId: z.string().regex(PROSPECT_ID, 'Expected letters, digits, dots, hyphens and underscores').optional(),
  key: z.string().regex(JOURNEY_KEY, 'Expected 1 to 100 characters without space or slash').optional(),
  touch: z.string().regex(/^[a-z0-9-]{1,80}\/\d{1,4}$/, 'Expected <message>/<occurrence>').optional(),
  token: text(40).optional(),
  at: happenedAt,
  evidence: z.enum(EVIDENCE).optional(),
};

const variant = <K extends ServiceKind>(kind: K) => z.strictObject({ ...envelope, kind: z.literal(kind), data: DATA[kind] });

/** An event of a service, such as a shop's till or a carrier. */
export const serviceEvent = z
  .discriminatedUnion('kind', [
    variant('posted'),
    variant('delivered'),
    variant('returned'),
    variant('bounced'),
    variant('complained'),
    variant('failed'),
    variant('scan'),
    variant('visit'),
    variant('click'),
    variant('reply'),
    variant('redeem'),
    variant('purchase'),
    variant('refund'),
    variant('follow'),
    variant('unsubscribe'),
  ])
  .superRefine((event, context) => {
    const named = (['journey', 'prospectId', 'token'] as const).filter((field) => event[field] !== undefined);
    if (named.length > 1) context.addIssue({ code: 'custom', path: [named.at(-1)!], message: `Expected one of journey, prospectId and token, got ${named.join(' and ')}` });
    if (named.length === 0 && event.kind !== 'redeem' && event.kind !== 'refund') context.addIssue({ code: 'custom', path: ['journey'], message: 'Expected a journey, a prospectId or a token, got none' });
    if (event.prospectId !== undefined && !ABOUT_PROSPECT.includes(event.kind)) {
      context.addIssue({ code: 'custom', path: ['prospectId'], message: `Expected a journey or a token for a ${event.kind}; only ${ABOUT_PROSPECT.join(', ')} may name the prospect alone` });
    }
    if (event.key !== undefined && event.prospectId === undefined) context.addIssue({ code: 'custom', path: ['key'], message: 'Expected a key beside a prospectId only; a journey has its own' });
    if (event.prospectId !== undefined && event.touch !== undefined) context.addIssue({ code: 'custom', path: ['touch'], message: 'Expected no touch beside a prospectId: name its journey or token' });
    if (event.touch !== undefined && event.token !== undefined) context.addIssue({ code: 'custom', path: ['touch'], message: 'Expected no touch beside a token, which has its own' });
  });

export type ServiceEvent = z.infer<typeof serviceEvent>;
