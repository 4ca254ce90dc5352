import { prettifyError, z } from 'zod';
import { createMeta } from '../activities/social/meta.ts';
import { pairs } from '../activities/social/setting-pairs.ts';
import type { TrackerMeta } from './create-tracker.ts';
import type { LeadForms } from './lead-reader.ts';

const schema = z.object({
  DATABASE_URL: z.url(),
  DATABASE_SCHEMA: z.string().min(1).default('public'),
  PARCOURS_TASK_QUEUE: z.string().min(1).default('parcours'),
  PARCOURS_PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  PARCOURS_API_KEY: z.string().min(16, 'Expected a key of at least 16 symbols'),
  MAILGUN_SIGNING_KEY: z.string().min(1),
  LOB_WEBHOOK_SECRET: z.string().min(1).optional(),
  LOB_WEBHOOK_TOLERANCE_S: z.coerce.number().int().min(30).max(86_400).default(300),
  META_URL: z.url().default('https://graph.facebook.com'),
  META_VERSION: z.string().regex(/^v\d+\.\d+$/).default('v24.0'),
  META_ACCESS_TOKEN: z.string().min(1).optional(),
  META_APP_SECRET: z.string().min(1).optional(),
  META_VERIFY_TOKEN: z.string().min(16, 'Expected a word of our own of at least 16 symbols').optional(),
  META_FORMS: pairs(/^(reply|follow:[a-z0-9-]+)$/, '<form id>=reply or <form id>=follow:<page>'),
  TRACKER_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  TRACKER_HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type TrackerSettings = z.infer<typeof schema>;

/**
 * The tracker's settings from its environment.
 *
 * @throws Error that names every variable that is wrong or missing, at once.
 */
export function trackerSettings(environment: NodeJS.ProcessEnv): TrackerSettings {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) throw new Error(`Expected the tracker's environment to be complete, got:\n${prettifyError(parsed.error)}\nSee docs/configuration.md.`);
  return parsed.data;
}

/** Lead forms, where Meta is set up with all three of its secrets. */
export function metaOf({ META_URL: url, META_VERSION: version, META_ACCESS_TOKEN: accessToken, META_APP_SECRET: appSecret, META_VERIFY_TOKEN: verifyToken, META_FORMS: forms }: TrackerSettings): { meta?: TrackerMeta } {
  if (accessToken === undefined || appSecret === undefined || verifyToken === undefined) return {};
  return { meta: { webhook: { appSecret, verifyToken }, api: createMeta({ url, version, accessToken, appSecret }), forms: forms as LeadForms } };
}
