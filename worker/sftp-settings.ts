import { accessSync, constants } from 'node:fs';
import { z } from 'zod';

/** Compose files and CI set what they don't have to nothing. */
const optional = z.string().optional().transform((text) => text || undefined);

const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}$/;

/** The print house's SFTP server: all that it takes, or nothing. */
export const sftpSettings = {
  SFTP_HOST: optional,
  SFTP_PORT: z.coerce.number().int().min(1).max(65_535).default(22),
  SFTP_USER: optional,
  SFTP_PASSWORD: optional,
  SFTP_KEY_FILE: optional.refine(isReadable, { error: ({ input }) => `Expected a private key that this process may read, got none at ${String(input)}.` }),
  SFTP_KEY_PASSPHRASE: optional,
  SFTP_HOST_KEY: optional
    .transform((text) => text?.split(/[\s,]+/).filter(Boolean).map((key) => key.replace(/=+$/, '')))
    .refine((keys) => keys?.every((key) => FINGERPRINT.test(key)) ?? true, { error: 'Expected fingerprints such as SHA256:uNiVztksCsDhcc0u9e8BrrJXVGDf5tQIeCQ3pnEL6VU, got something else. `ssh-keyscan <host> | ssh-keygen -lf -` shows them; ask the print house whether they are its own.' }),
  SFTP_FOLDER: optional,
  SFTP_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(60_000).default(20_000),
};

/** What lacks beside what is there, a line each. */
export function missingSftpSettings(environment: NodeJS.ProcessEnv): string[] {
  const isSet = (name: string): boolean => Boolean(environment[name]);
  const some = Object.keys(sftpSettings).find(isSet);
  if (some === undefined) return [];
  const needed = ['SFTP_HOST', 'SFTP_USER', 'SFTP_HOST_KEY'].filter((name) => !isSet(name)).map((name) => `  ${name}: Expected a value beside ${some}, got none`);
  if (isSet('SFTP_KEY_FILE') || isSet('SFTP_PASSWORD')) return needed;
  return [...needed, '  SFTP_KEY_FILE or SFTP_PASSWORD: Expected one of them, got none'];
}

function isReadable(path: string | undefined): boolean {
  try {
    if (path !== undefined) accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
