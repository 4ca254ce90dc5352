import { z } from 'zod';
import { PREPRESS_SETTINGS } from '../activities/print/prepress/settings.ts';
import { lobSettings } from './lob-settings.ts';
import { mailSettings, missingMailSettings } from './mail-settings.ts';
import { pairs } from '../activities/social/setting-pairs.ts';
import { missingSftpSettings, sftpSettings } from './sftp-settings.ts';

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_SCHEMA: z.string().default('public'),
  PARCOURS_TASK_QUEUE: z.string().min(1).default('parcours'),
  PARCOURS_PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  PARCOURS_OUT: z.string().default('out'),
  PARCOURS_POSTED_FROM: z.string().regex(/^[A-Z]{2}$/, 'Expected a code of ISO 3166-1 such as FR').default('FR'),
  ...PREPRESS_SETTINGS,
  ...mailSettings,
  /** Whom a printer asks about a job. */
  PRINT_CONTACT: z.string().min(3).optional(),
  /** The printer's hot folder; jobs stay in PARCOURS_OUT without. */
  PRINT_FOLDER: z.string().optional().transform((path) => path || undefined),
  ...sftpSettings,
  ...lobSettings.shape,
  META_URL: z.url().default('https://graph.facebook.com'),
  META_VERSION: z.string().regex(/^v\d+\.\d+$/).default('v24.0'),
  META_ACCESS_TOKEN: z.string().min(1).optional(),
  META_APP_SECRET: z.string().min(1).optional(),
  META_AUDIENCES: pairs(/^\d+$/, '<audience>=<id at Meta>'),
  /** Milliseconds from one telling of audiences to the next. */
  META_SYNC_EVERY_MS: z.coerce.number().int().min(1_000).default(15 * 60_000),
  WORKER_CACHED_WORKFLOWS: z.coerce.number().int().min(0).default(500),
});

export type WorkerSettings = z.infer<typeof settings>;

/**
 * The worker's settings from its environment.
 *
 * @throws Error that names every variable that is wrong or missing, at once.
 */
export function workerSettings(environment: NodeJS.ProcessEnv): WorkerSettings {
  const { data, error } = settings.safeParse(environment);
  const problems = [...(error?.issues ?? []).map(({ path, message }) => `  ${path.join('.')}: ${message}`), ...missingMailSettings(environment), ...missingSftpSettings(environment)];
  if (data && problems.length === 0) return data;
  throw new Error(`Expected a worker's environment, got problems in:\n${problems.join('\n')}\nSee docs/configuration.md.`);
}
