import { z } from 'zod';

const MINUTES_OF_180_DAYS = 180 * 24 * 60;

const address = z.strictObject({
  name: z.string().min(1).max(40).optional(),
  company: z.string().min(1).max(40).optional(),
  address_line1: z.string().min(1).max(64),
  address_line2: z.string().min(1).max(64).optional(),
  address_city: z.string().min(1).max(200),
  address_state: z.string().regex(/^[A-Z]{2}$/, 'Expected two letters'),
  address_zip: z.string().regex(/^\d{5}(-\d{4})?$/, 'Expected a ZIP code'),
});

/** The return address: an id of one that is kept at Lob, or the address as JSON. */
const from = z
  .string()
  .transform((given, context) => {
    if (/^adr_[a-zA-Z0-9]+$/.test(given)) return given;
    try {
      const { data, error } = address.safeParse(JSON.parse(given));
      if (data && (data.name ?? data.company) !== undefined) return data;
      context.addIssue({ code: 'custom', message: error ? z.prettifyError(error) : 'Expected a name or a company' });
    } catch {
      context.addIssue({ code: 'custom', message: "Expected the id of an address at Lob (adr_…), or an address in Lob's shape as JSON" });
    }
    return z.NEVER;
  })
  .optional();

/** Settings of the printer `lob`; without a key there is none. */
export const lobSettings = z.object({
  LOB_URL: z.url({ protocol: /^https?$/ }).default('https://api.lob.com'),
  LOB_API_KEY: z.string().regex(/^(test|live)_\w+$/, 'Expected a secret key, test_… or live_…').optional(),
  LOB_FROM: from,
  LOB_USE_TYPE: z.enum(['marketing', 'operational']).default('marketing'),
  /** From hand-over until pieces go to the press; 0 leaves it to the account's cancellation window. */
  LOB_GRACE_MINUTES: z.coerce.number().int().min(0).max(MINUTES_OF_180_DAYS - 60).default(60),
  LOB_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(120_000).default(30_000),
});

export type LobSettings = z.infer<typeof lobSettings>;
