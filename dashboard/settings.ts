import { prettifyError, z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url(),
  DATABASE_SCHEMA: z.string().min(1).default('public'),
  PARCOURS_PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  DASHBOARD_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8090'),
  DASHBOARD_PORT: z.coerce.number().int().min(0).max(65_535).default(8090),
  DASHBOARD_HOST: z.string().min(1).default('127.0.0.1'),
  DASHBOARD_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  DASHBOARD_SESSION_HOURS: z.coerce.number().min(0.25).max(720).default(12),
  DASHBOARD_TIME_ZONE: z
    .string()
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
    .refine(isZone, 'Expected a time zone such as Europe/Paris'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_UI_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type DashboardSettings = z.infer<typeof schema>;

/**
 * The dashboard's settings from its environment.
 *
 * @throws Error that names every variable that is wrong or missing, at once.
 */
export function dashboardSettings(environment: NodeJS.ProcessEnv): DashboardSettings {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) throw new Error(`Expected the dashboard's environment to be complete, got:\n${prettifyError(parsed.error)}\nSee docs/configuration.md.`);
  return parsed.data;
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
