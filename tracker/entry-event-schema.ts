import { z } from 'zod';
import { JOURNEY_KEY, PROSPECT_ID, type NewProspect } from '../store/index.ts';
import { CAMPAIGN_ID, EVIDENCE, happenedAt, text } from './event-fields.ts';

const prospectId = z.string().regex(PROSPECT_ID, 'Expected letters, digits, dots, hyphens and underscores, 100 at most');
/** One line of an address or a name: no control characters, and what fits the address block of a mailpiece. */
const line = (longest = 38) => text(longest).refine((value) => !/\p{Cc}/u.test(value), 'Expected one line without control characters').optional();

const identity = z
  .strictObject({
    title: line(20),
    firstName: line(),
    lastName: line(),
    addressLine: line(),
    addressComplement: line(),
    postcode: line(10),
    city: line(),
    country: z.string().regex(/^[A-Z]{2}$/, 'Expected two capitals such as FR').default('FR'),
    email: z.email('Expected an email address').max(254).optional(),
  })
  .superRefine(({ addressLine, postcode, city, country }, context) => {
    const missing = addressLine === undefined ? [] : (['postcode', 'city'] as const).filter((field) => ({ postcode, city })[field] === undefined);
    for (const field of missing) context.addIssue({ code: 'custom', path: [field], message: 'Expected one, since there is an addressLine' });
    if (country === 'FR' && postcode !== undefined && !/^\d{5}$/.test(postcode)) context.addIssue({ code: 'custom', path: ['postcode'], message: 'Expected 5 digits' });
  });

const prospect = z.strictObject({
  id: prospectId,
  locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'Expected a language and country such as fr-FR').default('fr-FR'),
  identity,
  /** What the person answered; a medium left out was not asked. */
  consents: z.strictObject({ print: z.boolean().optional(), email: z.boolean().optional(), social: z.boolean().optional(), openTracking: z.boolean().optional() }).default({}),
});

/** An event that asks to let a person into a campaign: docs/events.md. */
export const entryEvent = z
  .strictObject({
    id: text(200),
    event: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Expected the name of an event in kebab-case, such as cart-abandoned').max(80),
    campaign: z.string().regex(CAMPAIGN_ID, 'Expected the id of a campaign').optional(),
    prospectId: prospectId.optional(),
    prospect: prospect.optional(),
    key: z.string().regex(JOURNEY_KEY, 'Expected 1 to 100 characters without space or slash').optional(),
    facts: z.record(z.string().max(100), z.json()).default({}),
    at: happenedAt,
    evidence: z.enum(EVIDENCE).optional(),
  })
  .superRefine((event, context) => {
    if (event.prospect && event.prospectId !== undefined) context.addIssue({ code: 'custom', path: ['prospectId'], message: 'Expected a prospect or a prospectId, got both' });
    if (!event.prospect && event.prospectId === undefined) context.addIssue({ code: 'custom', path: ['prospectId'], message: 'Expected a prospectId, or the prospect itself as `prospect`, got neither' });
  });

export type EntryEventBody = z.infer<typeof entryEvent>;

/** The prospect that an event brings, as the store takes it. */
export function prospectOf({ id, locale, identity: given, consents }: NonNullable<EntryEventBody['prospect']>, source: string): NewProspect {
  const { title = null, firstName = null, lastName = null, addressLine = null, addressComplement = null, postcode = null, city = null, country, email = null } = given;
  const answers = Object.fromEntries(Object.entries(consents).filter(([, granted]) => granted !== undefined));
  return { id, locale, facts: {}, identity: { title, firstName, lastName, addressLine, addressComplement, postcode, city, country, email }, consents: answers, source };
}
