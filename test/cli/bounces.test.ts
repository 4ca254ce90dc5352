import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { takeBounces } from '../../cli/commands/bounces.ts';
import { messageIdOf } from '../../activities/email/message-id.ts';
import { trackerUnderTest, until, type Person, type TrackerUnderTest } from '../tracker/tracker-under-test.ts';

const DOMAIN = 'mail.bellebraise.example';
const folder = mkdtempSync(join(tmpdir(), 'parcours-bounces-'));
let tracked: TrackerUnderTest;
let person: Person;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(async () => {
  await tracked.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  person = await tracked.person();
  await tracked.store.updateTable('touches').set({ provider: 'smtp', provider_id: messageId() }).where('id', '=', `${person.journeyId}/thank-you/1`).execute();
});

const messageId = () => messageIdOf(`${person.journeyId}/thank-you/1`, DOMAIN);
const take = (path: string) => takeBounces(path, { DATABASE_URL: tracked.store.databaseUrl, DATABASE_SCHEMA: tracked.store.schemaName });
const events = async () => (await tracked.events(person.journeyId)).map(({ kind, data, touch }) => ({ kind, touch, ...data }));

let mails = 0;
/** As Postfix, Exim and Exchange write them: text, delivery status, and the mail that came back, or its headers. */
function report({
  status,
  of = 'message/rfc822',
  about = messageId(),
  type = 'delivery-status',
  headers = 'Message-ID',
  id = `report-${++mails}@mx.courriel.example`,
}: {
  status: string;
  of?: string;
  about?: string;
  type?: string;
  headers?: string;
  id?: string;
}): string {
  return [
    ...[
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.courriel.example (Mail Delivery System)',
      `To: bonjour@${DOMAIN}`,
      `Date: Tue, 24 Nov 2026 08:12:31 +0100`,
      `Message-Id: <${id}>`,
      'Subject: Undelivered Mail Returned to Sender',
    ],
    ...[`Content-Type: multipart/report; report-type=${type === 'feedback-report' ? 'feedback-report' : 'delivery-status'};`, '\tboundary="=_b/1"', 'MIME-Version: 1.0', ''],
    ...[
      '--=_b/1',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'I am sorry to have to inform you…',
      '',
      '--=_b/1',
      `Content-Type: message/${type}`,
      '',
      status,
      '',
      '--=_b/1',
      `Content-Type: ${of}`,
      '',
    ],
    ...[`From: Bellebraise <bonjour@${DOMAIN}>`, 'To: camille@courriel.example', `${headers}:`, ` <${about}>`, 'Subject: Merci', '', 'Bonjour Camille', '', '--=_b/1--', ''],
  ].join('\r\n');
}
const recipient = (action: string, status: string, diagnostic: string) =>
  `Reporting-MTA: dns; mx.courriel.example\r\n\r\nFinal-Recipient: rfc822; camille@courriel.example\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; ${diagnostic}`;

function file(content: string): string {
  const path = join(folder, `mail-${++mails}.eml`);
  writeFileSync(path, content);
  return path;
}

test('an address that is dead closes email, tells the journey, and is kept without the address; taken again it changes nothing', async () => {
  const path = file(report({ status: recipient('failed', '5.1.1', '550 5.1.1 <camille@courriel.example>: Recipient address rejected:\r\n    User unknown') }));
  expect(await take(path)).toMatchInlineSnapshot(`
   "1 mail read:
         1 of dead addresses: email is closed to them
   "
  `);
  expect(await events()).toEqual([{ kind: 'bounced', touch: 'thank-you/1', permanent: true, reason: '5.1.1', code: 550, closes: 'bounced' }]);
  expect(await tracked.suppressions(person.prospectId)).toEqual({ email: 'bounced' });
  await until('the journey to be told', () => tracked.temporal.told.some(({ journeyId, report: { kind } }) => journeyId === person.journeyId && kind === 'bounced'));
  expect(await take(path)).toContain('1 that were taken before');
  expect(JSON.stringify(await tracked.store.selectFrom('events').selectAll().execute())).not.toContain('camille@');
});

test.each([
  ['a full mailbox', recipient('failed', '5.2.2', '552 5.2.2 mailbox full'), 'of mails that were refused', { permanent: true, closes: null }],
  [
    'a sender’s address that is not liked, ours',
    recipient('failed', '5.1.8', '550 5.1.8 sender domain does not exist'),
    'of mails that were refused',
    { permanent: true, closes: null },
  ],
  ['one in bad syntax, ours', recipient('failed', '5.1.7', '553 5.1.7 bad sender'), 'of mails that were refused', { permanent: true, closes: null }],
  ['an address that moved away', recipient('failed', '5.1.6', '551 5.1.6 moved'), 'of dead addresses', { permanent: true, closes: 'bounced' }],
  ['a policy', recipient('failed', '5.7.1', '550 5.7.1 blocked'), 'of mails that were refused', { permanent: true, closes: null }],
  ['a mailbox that was closed', recipient('failed', '5.2.1', '550 5.2.1 disabled'), 'of dead addresses', { permanent: true, closes: 'bounced' }],
  ['no more than a code', recipient('failed', '5.0.0', '550 no such user'), 'of dead addresses', { permanent: true, closes: 'bounced' }],
  ['a delay', recipient('delayed', '4.4.1', '421 try later'), 'of mails that are still tried', { permanent: false }],
])('%s is told from a dead address', async (_, status, line, data) => {
  expect(await take(file(report({ status })))).toContain(line);
  expect(await events()).toEqual([expect.objectContaining({ kind: 'bounced', ...data })]);
  expect(Object.keys(await tracked.suppressions(person.prospectId))).toEqual('closes' in data && data.closes === 'bounced' ? ['email'] : []);
});

test('headers alone do, in any case of letters, and so does a mail whose receipt was lost', async () => {
  await tracked.store
    .updateTable('touches')
    .set({ provider_id: `unconfirmed:${messageId()}` })
    .where('id', '=', `${person.journeyId}/thank-you/1`)
    .execute();
  expect(await take(file(report({ status: recipient('failed', '5.1.10', '550 gone'), of: 'text/rfc822-headers', headers: 'message-id' })))).toContain('1 of dead addresses');
  expect(await take(file(report({ status: recipient('delivered', '2.0.0', '250 ok') })))).toContain('1 of deliveries');
});

test('a complaint of a feedback loop closes mails and invitations', async () => {
  expect(await take(file(report({ type: 'feedback-report', status: 'Feedback-Type: abuse\r\nUser-Agent: SomeGenerator/1.0\r\nVersion: 1' })))).toContain('1 complaints');
  expect(await tracked.suppressions(person.prospectId)).toEqual({ email: 'complained', social: 'complained' });
});

test('a Maildir is read whole: answers of people, absence notes, nonsense and other senders’ reports are left', async () => {
  const maildir = join(folder, 'Maildir');
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(maildir, part), { recursive: true });
  writeFileSync(join(maildir, 'new', '1'), report({ status: recipient('failed', '5.1.1', '550 x') }));
  writeFileSync(join(maildir, 'new', '2'), report({ status: recipient('failed', '5.1.1', '550 x'), about: 'somebody@else.example' }));
  writeFileSync(join(maildir, 'cur', '3:2,S'), `From: Camille <camille@courriel.example>\r\nSubject: Re: Merci\r\nIn-Reply-To: <${messageId()}>\r\n\r\nMerci !`);
  writeFileSync(join(maildir, 'cur', '4:2,S'), Buffer.from([0, 255, 13, 10, 13, 10, 200]));
  writeFileSync(join(maildir, 'cur', '5:2,S'), `Content-Type: multipart/report; boundary=x\r\n\r\n${'--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n'.repeat(500)}`);
  writeFileSync(join(maildir, 'tmp', '6'), 'half a mail');
  expect(await take(maildir)).toMatchInlineSnapshot(`
   "5 mails read:
         1 of dead addresses: email is closed to them
         1 about mails that are not ours
         3 that are no report, or do not say of which mail: for a person to read
   "
  `);
  await expect(take(join(folder, 'none'))).rejects.toThrow('Expected a mail or a folder of mails at');
});

test('a report that quotes an id with a NUL, or that can’t be stored, stops none of the others', async () => {
  const maildir = mkdtempSync(join(folder, 'Maildir-'));
  for (const part of ['new', 'cur']) mkdirSync(join(maildir, part));
  const dead = recipient('failed', '5.1.1', '550 x');
  writeFileSync(join(maildir, 'new', '1'), report({ status: dead, about: 'a\0b@else.example' }));
  writeFileSync(join(maildir, 'new', '2'), report({ status: dead, id: 'a\0b@mx.courriel.example' }));
  writeFileSync(join(maildir, 'new', '3'), report({ status: dead, id: 'unstorable@mx.courriel.example' }));
  writeFileSync(join(maildir, 'new', '4'), report({ status: dead }));
  await sql`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$`.execute(tracked.store);
  await sql`CREATE TRIGGER refuse BEFORE INSERT ON events FOR EACH ROW WHEN (NEW.event_id LIKE '%unstorable%') EXECUTE FUNCTION refuse()`.execute(tracked.store);
  expect(await take(maildir)).toMatchInlineSnapshot(`
   "4 mails read:
         1 of dead addresses: email is closed to them
         2 that are no report, or do not say of which mail: for a person to read
         1 that could not be taken, with the reasons above: the same command tries them again
   "
  `);
  // A mail server that hands over one mail is told, so that it keeps it.
  await expect(take(join(maildir, 'new', '3'))).rejects.toThrow('no room');
  await sql`DROP TRIGGER refuse ON events`.execute(tracked.store);
  expect(await take(join(maildir, 'new', '3'))).toContain('1 of dead addresses');
});
