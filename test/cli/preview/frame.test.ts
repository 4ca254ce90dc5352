import { expect, test } from '@jest/globals';
import { inColours } from '../../../cli/preview/frame.ts';

const MAIL = '<!DOCTYPE html><html><head><meta name="color-scheme" content="light dark"/><style>@media (prefers-color-scheme:dark){p{color:#fff}}</style></head><body><p>Hello</p></body></html>';

test('a mail is by day or by night whatever the reader’s system says', () => {
  expect(inColours(MAIL, 'light')).toContain('@media (max-width:0px){p{color:#fff}}');
  expect(inColours(MAIL, 'dark')).toContain('@media (min-width:0px){p{color:#fff}}');
  expect(inColours(MAIL, 'dark')).toContain('<meta name="color-scheme" content="dark"/>');
});

test('inverted, it keeps its day colours and is turned over as a whole', () => {
  const inverted = inColours(MAIL, 'inverted');
  expect(inverted).toContain('@media (max-width:0px){p{color:#fff}}');
  expect(inverted).toContain('filter:invert');
});

test('its links open outside of the frame, head or no head', () => {
  expect(inColours(MAIL, 'light')).toContain('<base target="_blank">');
  expect(inColours('<p>Hello</p>', 'light')).toMatch(/^<head><base target="_blank">.*<\/head><p>/);
});
