import { PermanentError, RetryableError } from '../../errors.ts';
import { createFolder } from './folder.ts';
import { lobFromSettings, type LobVariables } from './lob/index.ts';
import type { PrintProvider } from './print-provider.ts';
import { createSftp } from './sftp/sftp.ts';

/** Settings of the printers, by their variables. What is left out is a printer that is not configured. */
export interface PrinterSettings extends LobVariables {
  readonly PRINT_FOLDER?: string | undefined;
  readonly SFTP_HOST?: string | undefined;
  readonly SFTP_PORT?: number | undefined;
  readonly SFTP_USER?: string | undefined;
  readonly SFTP_PASSWORD?: string | undefined;
  readonly SFTP_KEY_FILE?: string | undefined;
  readonly SFTP_KEY_PASSPHRASE?: string | undefined;
  readonly SFTP_HOST_KEY?: readonly string[] | undefined;
  readonly SFTP_FOLDER?: string | undefined;
  readonly SFTP_TIMEOUT_MS?: number | undefined;
}

/** What a worker needs to know of each printer that needs anything. */
const NEEDED: Readonly<Record<string, string>> = {
  sftp: 'SFTP_HOST, SFTP_USER, SFTP_HOST_KEY, and SFTP_KEY_FILE or SFTP_PASSWORD',
  lob: 'LOB_API_KEY',
};

/**
 * The printers that are configured, by the names under which campaigns ask for them. `folder` always is.
 *
 * @example printProviders(workerSettings(process.env)) // { folder, sftp, lob }
 */
export function printProviders(settings: PrinterSettings): Readonly<Record<string, PrintProvider>> {
  const { PRINT_FOLDER: hotFolder, SFTP_HOST: host, SFTP_USER: user, SFTP_HOST_KEY: hostKeys } = settings;
  const lob = lobFromSettings(settings);
  const printers = { folder: createFolder({ hotFolder }), ...(lob ? { lob } : {}) };
  if (host === undefined || user === undefined || hostKeys === undefined) return printers;
  const { SFTP_PORT: port = 22, SFTP_PASSWORD: password, SFTP_KEY_FILE: keyFile, SFTP_KEY_PASSPHRASE: keyPassphrase, SFTP_FOLDER: into = '.', SFTP_TIMEOUT_MS: timeoutMs = 20_000 } = settings;
  return { ...printers, sftp: createSftp({ host, port, user, password, keyFile, keyPassphrase, hostKeys, folder: into, timeoutMs }) };
}

/**
 * The printer that a campaign asks for.
 *
 * @throws RetryableError (`PrinterNotConfigured`) that names the missing variables: a worker that has them, or gets them, takes over. PermanentError
 * (`UnknownPrinter`) for a name that is none.
 */
export function printerNamed(printers: Readonly<Record<string, PrintProvider>>, name: string): PrintProvider {
  if (Object.hasOwn(printers, name)) return printers[name]!;
  if (Object.hasOwn(NEEDED, name)) throw new RetryableError('PrinterNotConfigured', `Expected this worker to know printer '${name}', got no settings for it. Set ${NEEDED[name]} (docs/printers.md) and start the worker again.`);
  throw new PermanentError('UnknownPrinter', `Expected a printer's name (${['folder', ...Object.keys(NEEDED)].join(', ')}), got '${name}'. Launch the campaign with one of them.`);
}
