import { prettifyError, z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url(),
  DATABASE_SCHEMA: z.string().min(1).default('public'),
  PARCOURS_TASK_QUEUE: z.string().min(1).default('parcours'),
  PARCOURS_PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  PARCOURS_API_KEY: z.string().min(16, 'Expected a key of at least 16 symbols'),
  MAILGUN_SIGNING_KEY: z.string().min(1),
  LOB_WEBHOOK_SECRET: z.string().min(1).optional(),
  LOB_WEBHOOK_TOLERANCE_S: z.coerce.number().int().min(30).max(86_400).default(300),
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
