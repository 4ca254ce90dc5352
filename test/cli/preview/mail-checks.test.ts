import { describe, expect, test } from '@jest/globals';
import { checkMail, type MailToCheck } from '../../../cli/preview/mail-checks.ts';

const LINK = 'https://brand.example/c/7KQ9XM2PAB';
const UNSUBSCRIBE = 'https://brand.example/u/UNSUBSCR23';
const sound: MailToCheck = {
  subject: 'Your voucher is here',
  preheader: 'Ten minutes, and the winter is warm.',
  html: `<html><head></head><body><p>Hello</p><img src="data:image/png;base64,x" alt="A flame"/><a class="x" href="${LINK}">Take it</a><a href="${UNSUBSCRIBE}">Stop</a></body></html>`,
  text: `Hello, here is your voucher, for you alone.\nTake it <${LINK}>\nStop <${UNSUBSCRIBE}>\n`,
  links: { voucher: LINK },
  targets: { voucher: { page: 'voucher' } },
  pages: ['voucher'],
  unsubscribe: UNSUBSCRIBE,
};

const faultsOf = (mail: Partial<MailToCheck>) =>
  checkMail({ ...sound, ...mail })
    .filter(({ state }) => state !== 'good')
    .map(({ state, title }) => `${state}: ${title}`);

describe('the checks of a mail', () => {
  test('find nothing wrong with a sound one', () => {
    expect(checkMail(sound).map(({ state, title }) => `${state}: ${title}`)).toMatchInlineSnapshot(`
     [
       "good: Under 100 kB of HTML",
       "good: Its link is tracked",
       "good: Unsubscribe link, in both parts",
       "good: All images have alternative text",
       "good: Nothing is loaded from elsewhere",
       "good: Text part, with its links",
       "good: Subject of 20 characters",
       "good: Preheader",
     ]
    `);
  });

  test.each<[string, Partial<MailToCheck>, string]>([
    ['a link that is not tracked', { html: sound.html.replace('<p>', '<a href="https://shop.example/?a=1&amp;b=2">Shop</a><p>') }, 'bad: A link is not tracked'],
    ['a declared link that is left out', { html: sound.html.replace(LINK, '#') }, 'warn: It has no link'],
    ['a link to a page that is not there', { pages: [] }, 'bad: A link leads to no page'],
    ['no way out in the HTML', { html: sound.html.replace(UNSUBSCRIBE, '#') }, 'bad: No unsubscribe link in the HTML'],
    ['no way out in the text', { text: sound.text.replace(UNSUBSCRIBE, '') }, 'bad: No unsubscribe link in the text'],
    ['an image without words', { html: sound.html.replace(' alt="A flame"', '') }, 'bad: 1 of 1 images without alt'],
    ['an image from elsewhere', { html: sound.html.replace('data:image/png;base64,x', 'https://cdn.example/x.png') }, 'bad: It loads images from elsewhere'],
    ['a ground from elsewhere', { html: sound.html.replace('<p>', '<p style="background:url(&quot;//cdn.example/x.png&quot;)">') }, 'bad: It loads images from elsewhere'],
    ['an empty text part', { text: ' ' }, 'bad: The text part says next to nothing'],
    ['a text part without its links', { text: `Hello, here is your voucher, for you alone. ${UNSUBSCRIBE}` }, 'warn: The text part has none of the links'],
    ['no preheader', { preheader: ' ' }, 'warn: No preheader'],
    ['a long subject', { subject: 'é'.repeat(61) }, 'warn: Subject of 61 characters'],
    ['more than 100 kB', { html: sound.html.replace('Hello', 'x'.repeat(100_000)) }, 'warn: 100.2 kB of HTML'],
    ['more than Gmail shows', { html: sound.html.replace('Hello', 'x'.repeat(102_000)) }, 'bad: 102.2 kB of HTML'],
  ])('find %s', (_, mail, fault) => {
    expect(faultsOf(mail)).toContain(fault);
  });

  test('take an escaped address for what it is', () => {
    const address = `${LINK}?a=1&b=2`;
    expect(faultsOf({ links: { voucher: address }, html: sound.html.replace(LINK, `${LINK}?a=1&amp;b=2`), text: sound.text.replace(LINK, address) })).toEqual([]);
  });
});
