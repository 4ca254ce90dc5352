import { describe, expect, test } from '@jest/globals';
import { checkMail, type MailToCheck } from '../../../cli/preview/mail-checks.ts';

const LINK = 'https://brand.example/c/7KQ9XM2PAB';
const UNSUBSCRIBE = 'https://brand.example/u/UNSUBSCR23';
const NIGHT = '<meta name="color-scheme" content="light dark"/><meta name="supported-color-schemes" content="light dark"/><style>@media (prefers-color-scheme:dark){.x{color:#fff!important}}</style>';
const sound: MailToCheck = {
  subject: 'Your voucher is here',
  preheader: 'Ten minutes, and the winter is warm.',
  html: `<html><head>${NIGHT}</head><body><p>Hello</p><img src="cid:flame" width="20" alt="A flame"/><a class="x" style="color:#a00000" href="${LINK}">Take it</a><a href="${UNSUBSCRIBE}">Stop</a></body></html>`,
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
       "good: Shows in Gmail and Outlook as it is written",
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
    ['an image from elsewhere', { html: sound.html.replace('cid:flame', 'https://cdn.example/x.png') }, 'bad: It loads images from elsewhere'],
    ['a ground from elsewhere', { html: sound.html.replace('<p>', '<p style="background:url(&quot;//cdn.example/x.png&quot;)">') }, 'bad: It loads images from elsewhere'],
    ['an empty text part', { text: ' ' }, 'bad: The text part says next to nothing'],
    ['a text part without its links', { text: `Hello, here is your voucher, for you alone. ${UNSUBSCRIBE}` }, 'warn: The text part has none of the links'],
    ['a mail that is another when it is merged', { alone: sound.html.replace('Hello', 'Hello J.') }, 'bad: Merged, it is another mail'],
    ['no preheader', { preheader: ' ' }, 'warn: No preheader'],
    ['a long subject', { subject: 'é'.repeat(61) }, 'warn: Subject of 61 characters'],
    ['more than 100 kB', { html: sound.html.replace('Hello', 'x'.repeat(100_000)) }, 'warn: 100.4 kB of HTML'],
    ['more than Gmail shows', { html: sound.html.replace('Hello', 'x'.repeat(102_000)) }, 'bad: 102.4 kB of HTML'],
  ])('find %s', (_, mail, fault) => {
    expect(faultsOf(mail)).toContain(fault);
  });

  test.each<[string, string]>([
    ['<div style="display:flex"></div>', 'display: flex on a <div>'],
    ['<div style="margin:-4px 0 0"></div>', 'margin: -4px 0 0 on a <div>'],
    ['<div style="margin:0 auto"></div>', 'margin: 0 auto on a <div>'],
    ['<p style="padding:4px 0"></p>', 'padding: 4px 0 on a <p>'],
    ['<div style="border-top:1px solid #000"></div>', 'border-top: 1px solid #000 on a <div>'],
    ['<td style="border:9px solid #000"></td>', 'border: 9px solid #000 on a <td>'],
    ['<div style="max-width:600px"></div>', 'max-width: 600px on a <div>'],
    ['<td style="font-size:1rem"></td>', 'font-size: 1rem on a <td>'],
    ['<td style="color:rgba(0,0,0,.5)"></td>', 'color: rgba(0,0,0,.5) on a <td>'],
    ['<td style="background:url(cid:x)"></td>', 'background: url(cid:x) on a <td>'],
    ['<svg></svg>', 'It has a <svg>'],
    ['<p class="x">bare</p>', 'A <p> has styles by its class alone'],
    ['<a style="background-color:#a00000;padding:9px 20px;color:#ffffff">Go</a>', 'A button that Outlook squeezes'],
  ])('find what Gmail or Outlook shows otherwise: %s', (html, title) => {
    expect(faultsOf({ html: sound.html.replace('<p>Hello</p>', html) })).toEqual([`bad: ${title}`]);
  });

  test('find pictures that don’t show, and styles that would not last', () => {
    expect(faultsOf({ html: sound.html.replace('<p>Hello</p>', '<img src="data:image/png;base64,x" alt=""/>') })).toEqual(['warn: An image without its width', 'warn: An image set in as data']);
    expect(faultsOf({ html: sound.html.replace('<style>', '<style>p{color:#000}') })).toEqual(['bad: Styles in the head that are no adaptation']);
    expect(faultsOf({ html: sound.html.replace(NIGHT, '') })).toEqual(['warn: No night colours']);
  });

  test('take an escaped address for what it is', () => {
    const address = `${LINK}?a=1&b=2`;
    expect(faultsOf({ links: { voucher: address }, html: sound.html.replace(LINK, `${LINK}?a=1&amp;b=2`), text: sound.text.replace(LINK, address) })).toEqual([]);
  });
});
