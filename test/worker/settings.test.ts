import { expect, test } from '@jest/globals';
import { printerNamed, printProviders } from '../../activities/print/providers/index.ts';
import { workerSettings } from '../../worker/settings.ts';

const base = {
  DATABASE_URL: 'postgres://localhost/parcours',
  PARCOURS_PUBLIC_URL: 'https://go.brand.example/',
  MAILGUN_API_KEY: 'key',
  MAILGUN_DOMAIN: 'mg.brand.example',
  MAIL_FROM: 'Brand <bonjour@mg.brand.example>',
};
const HOST_KEY = 'SHA256:uNiVztksCsDhcc0u9e8BrrJXVGDf5tQIeCQ3pnEL6VU';
const sftp = { SFTP_HOST: 'sftp.printer.example', SFTP_USER: 'brand', SFTP_PASSWORD: 'secret', SFTP_HOST_KEY: HOST_KEY };

test('a worker needs no printer: folder is there always', () => {
  const settings = workerSettings({ ...base, PRINT_FOLDER: '', SFTP_HOST: '', SFTP_HOST_KEY: '' });
  expect(settings).toMatchObject({ PARCOURS_PUBLIC_URL: 'https://go.brand.example', PRINT_FOLDER: undefined, SFTP_HOST: undefined });
  expect(Object.keys(printProviders(settings))).toEqual(['folder']);
});

test('an SFTP server is a printer', () => {
  const settings = workerSettings({ ...base, ...sftp, SFTP_PORT: '2222', SFTP_HOST_KEY: `${HOST_KEY}=, ${HOST_KEY.replace('uNiV', 'vNiV')}` });
  expect(settings).toMatchObject({ SFTP_PORT: 2222, SFTP_TIMEOUT_MS: 20_000, SFTP_HOST_KEY: [HOST_KEY, HOST_KEY.replace('uNiV', 'vNiV')] });
  expect(Object.values(printProviders(settings)).map(({ name }) => name)).toEqual(['folder', 'sftp']);
});

test('all that is wrong with the environment is told at once', () => {
  expect(() => workerSettings({ ...base, DATABASE_URL: 'mysql://x', SFTP_PORT: '0', SFTP_FOLDER: 'in', SFTP_HOST_KEY: 'aa:bb:cc', SFTP_KEY_FILE: '/no/such/key' }))
    .toThrowErrorMatchingInlineSnapshot(`
   "Expected a worker's environment, got problems in:
     DATABASE_URL: Invalid URL
     SFTP_PORT: Too small: expected number to be >=1
     SFTP_KEY_FILE: Expected a private key that this process may read, got none at /no/such/key.
     SFTP_HOST_KEY: Expected fingerprints such as SHA256:uNiVztksCsDhcc0u9e8BrrJXVGDf5tQIeCQ3pnEL6VU, got something else. \`ssh-keyscan <host> | ssh-keygen -lf -\` shows them; ask the print house whether they are its own.
     SFTP_HOST: Expected a value beside SFTP_PORT, got none
     SFTP_USER: Expected a value beside SFTP_PORT, got none
   See docs/configuration.md."
  `);
  expect(() => workerSettings({ ...base, SFTP_HOST: 'sftp.printer.example' })).toThrowErrorMatchingInlineSnapshot(`
   "Expected a worker's environment, got problems in:
     SFTP_USER: Expected a value beside SFTP_HOST, got none
     SFTP_HOST_KEY: Expected a value beside SFTP_HOST, got none
     SFTP_KEY_FILE or SFTP_PASSWORD: Expected one of them, got none
   See docs/configuration.md."
  `);
});

test('a campaign whose printer a worker does not have says what is missing', () => {
  const printers = printProviders(workerSettings(base));
  expect(printerNamed(printers, 'folder').name).toBe('folder');
  expect(() => printerNamed(printers, 'sftp')).toThrow(
    expect.objectContaining({
      ...{ name: 'RetryableError', type: 'PrinterNotConfigured' },
      message:
        "Expected this worker to know printer 'sftp', got no settings for it. Set SFTP_HOST, SFTP_USER, SFTP_HOST_KEY, and SFTP_KEY_FILE or SFTP_PASSWORD (docs/printers.md) and start the worker again.",
    }),
  );
  for (const name of ['pigeon', 'constructor', '']) expect(() => printerNamed(printers, name)).toThrow(expect.objectContaining({ name: 'PermanentError', type: 'UnknownPrinter' }));
});
