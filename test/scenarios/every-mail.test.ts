import { describe, expect, test } from '@jest/globals';
import { renderEmail } from '../../activities/email/render-email.ts';
import { checkMail } from '../../cli/preview/mail-checks.ts';
import { contentOf, type AnyMessage, type EmailMessage } from '../../scenarios/content/index.ts';
import { content as starter } from '../../scenarios/starter/content.ts';
import { newestVersion, scenarioNames } from '../../scenarios/index.ts';
import { linksOf, LOCALES, LONG_NAME, mail, UNSUBSCRIBE } from './rendering.ts';

const isMail = (message: AnyMessage): message is AnyMessage & EmailMessage<'email', object> => message.medium === 'email' || (message.medium === 'social' && 'body' in message);

/** Every mail of every scenario that may be running, and of the starter that new ones are copied from. */
const MAILS = [...scenarioNames().map((name) => [name, contentOf(`${name}.v${newestVersion(name)}`)] as const), ['starter', starter] as const].flatMap(([type, content]) =>
  Object.entries(content.messages).flatMap(([message, definition]) => (isMail(definition) ? LOCALES.map((locale) => [`${type} ${message} ${locale}`, { content, message, definition, locale }] as const) : [])),
);

describe('every mail', () => {
  test.each(MAILS)('%s: light, inlined, safe for Outlook and Gmail, with preheader, text, night colours and a way out', (_, { content, message, definition, locale }) => {
    const variants = [undefined, ...((definition as { variants?: readonly string[] }).variants ?? ['warm', 'factual'])];
    for (const variant of variants) {
      const shown = { message, locale, person: LONG_NAME, ...(variant === undefined ? {} : { variant }) };
      const rendered = mail(content, shown);
      const preheader = definition.preheader({ props: definition.sample, person: LONG_NAME, locale, links: {}, unsubscribe: UNSUBSCRIBE, ...(variant === undefined ? {} : { variant }) });
      const faults = checkMail({ ...rendered, preheader, links: linksOf(content, message), targets: definition.links, pages: Object.keys(content.pages), unsubscribe: UNSUBSCRIBE }).filter(({ state }) => state !== 'good');
      // With sample props a mail may leave a link out; and subjects with the longest of names may be cut.
      expect(faults.filter(({ title }) => !/^(A declared link is not in it|Subject of )/.test(title))).toEqual([]);
      expect(rendered.html).toMatch(/<html[^>]* lang="(fr|en)"/);
      // The preheader comes first of all that is read, and is not seen.
      const first = /<body[^>]*>([\s\S]{0,400})/.exec(rendered.html)![1]!;
      expect(first).toMatch(/display:none/);
      expect(Buffer.byteLength(rendered.html)).toBeLessThan(100_000);
    }
  });

  test.each(MAILS)('%s: merged from what all see, it is the mail that is drawn for one alone', (_, { message, definition, locale }) => {
    expect(definition.merges).toBe(true);
    const { merges: _merges, ...alone } = definition;
    const people = [LONG_NAME, { title: null, firstName: 'Zoé', lastName: null }, { title: 'M.', firstName: null, lastName: 'O’Neil & <Fils> "SA"' }, { title: null, firstName: "N'Golo", lastName: 'Édouard-Nguyễn' }, { title: null, firstName: null, lastName: null }];
    for (const variant of [undefined, 'warm', 'factual']) {
      for (const [index, person] of [...people, ...people].entries()) {
        const links = Object.fromEntries(Object.keys(definition.links).map((name) => [name, `https://parcours.example/c/${name.slice(0, 3)}${index}?a=1&b="`]));
        const context = { props: definition.sample, person, locale, links, unsubscribe: `${UNSUBSCRIBE}${index}`, ...(variant === undefined ? {} : { variant }) };
        const [merged, drawn] = [definition, alone].map((shown) => renderEmail({ name: message, message: shown, context }));
        expect(merged!.html).toBe(drawn!.html);
        expect(merged!.text.split(/\s+/)).toEqual(drawn!.text.split(/\s+/));
        const tooLong = merged!.text.split('\n').filter((line) => line.length > 78 && !/^\S+$/.test(line));
        expect(tooLong).toEqual([]);
      }
    }
  });

  test('there are as many as there are mails', () => {
    expect(MAILS.length).toBeGreaterThanOrEqual(30);
  });
});
