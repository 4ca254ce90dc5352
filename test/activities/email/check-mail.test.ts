import { describe, expect, test } from '@jest/globals';
import { checkMail, readAddress } from '../../../activities/email/check-mail.ts';
import type { Mail } from '../../../activities/email/mail-provider.ts';

const letter: Mail = { messageId: 'a@mg.example', from: 'B <b@mg.example>', to: 'jean@courrier.example', subject: 'Bonjour', html: '<p>a</p>', text: 'a', headers: {}, tags: [], touch: 'spring/p-001/thank-you/1' };

describe('an address', () => {
  test.each([
    ['jean.dupont@courrier.example', 'jean.dupont@courrier.example'],
    ['o’neil'.replace('’', "'") + '+boiler@courrier.example', "o'neil+boiler@courrier.example"],
    ['contact@maison-bœuf.example', 'contact@xn--maison-buf-t5b.example'],
    ['info@παράδειγμα.ελ', 'info@xn--hxajbheg2az3al.xn--qxam'],
  ])('%s is written to', (given, ascii) => {
    expect(readAddress(given)).toEqual({ ascii });
  });

  test.each([
    ['two of them', 'a@x.example, b@x.example'],
    ['with a name', 'jean <a@x.example>'],
    ['without a domain', 'jean'],
    ['without a top-level domain', 'jean@localhost'],
    ['of a machine’s number', 'jean@127.0.0.1'],
    ['with two at', 'a@b@x.example'],
    ['with a line break', 'a@x.example\r\nBcc: b@x.example'],
    ['with an invisible character', 'jean\u200b@x.example'],
    ['written backwards', 'jean\u202e@x.example'],
    ['with two dots in a row', 'jean..dupont@x.example'],
    ['with accents before the @', 'zoé@x.example'],
    ['with a Cyrillic letter among Latin ones', 'jean@pаypal.example'],
    ['in Cyrillic that looks Latin, under a Latin top level', 'jean@раураl.com'],
    ['with a long name', `${'a'.repeat(65)}@x.example`],
    ['of 255 characters', `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example-tld`],
    ['with an empty label', 'jean@x..example'],
    ['with a hyphen at an edge', 'jean@-x.example'],
  ])('%s is not', (_, given) => {
    expect(readAddress(given)).toHaveProperty('problem');
    expect(() => checkMail({ ...letter, to: given })).toThrow(expect.objectContaining({ type: 'BadAddress', message: expect.stringMatching(/^Expected field email of the prospect of touch spring\/p-001\/thank-you\/1 to be /) }));
  });
});

test('a header of several lines, whichever it is, would begin another one', () => {
  const all: Partial<Mail>[] = [{ subject: 'a\r\nBcc: b@x.example' }, { from: 'B\n <b@mg.example>' }, { headers: { 'X-Note': 'a\rb' } }, { headers: { 'X\r\nBcc': 'b' } }, { subject: 'a\u0000b' }, { messageId: 'a\r\nb@mg.example' }];
  for (const broken of all) {
    expect(() => checkMail({ ...letter, ...broken })).toThrow(expect.objectContaining({ type: 'BadHeader' }));
  }
  expect(() => checkMail({ ...letter, subject: 'é'.repeat(251) })).toThrow("Expected header 'Subject' of touch spring/p-001/thank-you/1 to have at most 250 characters, got 251.");
  expect(checkMail(letter)).toEqual(letter);
});
