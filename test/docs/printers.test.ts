import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { readPrinterReport } from '../../activities/print/providers/index.ts';
import { workerSettings } from '../../worker/settings.ts';

const page = await readFile(new URL('../../docs/printers.md', import.meta.url), 'utf8');
const examples = (language: string): string[] => [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, code]) => code!);

test('the example of a report is one', async () => {
  const { pieces } = await readPrinterReport(Buffer.from(examples('csv')[0]!), 'docs/printers.md');
  expect(pieces.map(({ status }) => status)).toEqual(['printed', 'spoiled']);
});

test('the examples of settings are what a worker reads', () => {
  const lines = examples('sh').flatMap((code) => [...code.matchAll(/^([A-Z_]+)=(\S+)/gm)].map(([, name, value]) => [name!, value!] as const));
  expect(lines.map(([name]) => name)).toEqual(['PRINT_FOLDER', 'SFTP_HOST', 'SFTP_USER', 'SFTP_KEY_FILE', 'SFTP_HOST_KEY', 'SFTP_FOLDER']);
  const base = { DATABASE_URL: 'postgres://localhost/parcours', PARCOURS_PUBLIC_URL: 'https://go.brand.example', MAILGUN_API_KEY: 'key', MAILGUN_DOMAIN: 'mg.brand.example', MAIL_FROM: 'Brand <a@b.example>' };
  expect(() => workerSettings({ ...base, ...Object.fromEntries(lines), SFTP_KEY_FILE: new URL(import.meta.url).pathname })).not.toThrow();
});
