import { expect, test } from '@jest/globals';
import { mailingOf } from '../../worker/mail-provider.ts';
import { workerSettings } from '../../worker/settings.ts';

const base = { DATABASE_URL: 'postgres://localhost/parcours', PARCOURS_PUBLIC_URL: 'https://go.brand.example', MAIL_FROM: 'Brand <hello@mail.brand.example>' };
const mailgun = { MAILGUN_API_KEY: 'key', MAILGUN_DOMAIN: 'mg.brand.example' };

test('Mailgun unless said, at the EU’s address; SMTP where it is said, message ids of the sender’s domain', () => {
  const byMailgun = mailingOf(workerSettings({ ...base, ...mailgun }));
  expect([byMailgun.mail.name, byMailgun.domain, byMailgun.lease, byMailgun.sendWithin, byMailgun.pace]).toEqual(['mailgun', 'mg.brand.example', 45_000, 30_000, undefined]);
  const bySmtp = mailingOf(
    workerSettings({ ...base, MAIL_PROVIDER: 'smtp', SMTP_URL: 'smtps://u:p@smtp.brand.example', MAIL_RATE: 'gmail=2/s', MAIL_WARM_UP: '2027-03-01 50 100' }),
  );
  expect([bySmtp.mail.name, bySmtp.domain, bySmtp.lease, bySmtp.pace]).toEqual([
    'smtp',
    'mail.brand.example',
    25_000,
    { rates: { gmail: 2 }, warmUp: { from: '2027-03-01', days: [50, 100] } },
  ]);
});

test('all that is wrong or missing is said at once, and no password with it', () => {
  const wrong = {
    ...base,
    MAIL_PROVIDER: 'smtp',
    SMTP_URL: 'https://u:secret@smtp.example',
    SMTP_DKIM_SELECTOR: 'parcours',
    MAIL_RATE: 'gmial=2/s',
    MAIL_WARM_UP: 'soon',
    MAIL_FROM: 'Brand',
  };
  const told = (environment: NodeJS.ProcessEnv): string => {
    try {
      workerSettings(environment);
      return 'nothing';
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(told(wrong)).toMatchInlineSnapshot(`
   "Expected a worker's environment, got problems in:
     SMTP_URL: Expected SMTP_URL to be such as smtp://user:password@host:587 or smtps://host:465, got something else.
     MAIL_RATE: Expected MAIL_RATE to be such as gmail=2/s orange=0.5/s *=10/s, of gmail, outlook, yahoo, icloud, orange, free, laposte, sfr, bouygues, gmx, others and *, got 'gmial=2/s'.
     MAIL_WARM_UP: Expected MAIL_WARM_UP to be such as 2027-03-01 50 100 200 400 (the first day, then mails a day), got 'soon'.
     MAIL_FROM: Expected Name <address>, on one line
     SMTP_DKIM_KEY: Expected SMTP_DKIM_SELECTOR and SMTP_DKIM_KEY together, got one of them
   See docs/configuration.md."
  `);
  expect(told(wrong)).not.toContain('secret');
  expect(told(base)).toMatchInlineSnapshot(`
   "Expected a worker's environment, got problems in:
     MAILGUN_API_KEY: Expected a value, since MAIL_PROVIDER is mailgun, got none
     MAILGUN_DOMAIN: Expected a value, since MAIL_PROVIDER is mailgun, got none
   See docs/configuration.md."
  `);
  expect(told({ ...base, MAIL_PROVIDER: 'smtp' })).toContain('SMTP_URL: Expected a value, since MAIL_PROVIDER is smtp, got none');
});
