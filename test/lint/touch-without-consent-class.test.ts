import { expect, test } from '@jest/globals';
import { rules } from '../../lint/index.js';
import { findingsWithTypes } from './typed-path.ts';

const findings = (body: string): string[] => findingsWithTypes('touch-without-consent-class', rules['touch-without-consent-class'], body);

test('messages of the content that say their purpose pass', () => {
  expect(findings("await trip.print('card', { offer: 'tea' });\nawait trip.email('letter', {});\nawait trip.email(trip.facts.age > 3 ? 'letter' : 'letter', {});")).toEqual([]);
});

test('a message that the content has not is named, with those it has', () => {
  expect(findings("await trip.email('lost', {});")).toMatchInlineSnapshot(`
   [
     "1: Expected a message that the scenario's content has, got 'lost'. It has card, letter, old-letter, odd-letter. Define it in messages/ and add it to messages/index.ts, or correct the name.",
   ]
  `);
});

test('a message without a purpose, or with one that is none, is named wherever it is sent', () => {
  expect(
    findings(
      "await trip.print('card', { offer: 'tea' });\nconst name = trip.facts.age > 12 ? 'old-letter' : 'letter';\nawait trip.email(name, {});\nawait trip.email('odd-letter', {});",
    ),
  ).toMatchInlineSnapshot(`
   [
     "3: Expected message 'old-letter' to say which consent it needs, got no purpose. Give its definition purpose: 'marketing', or 'service' when it is about something that the person ordered or asked for.",
     "4: Expected message 'odd-letter' to say which consent it needs, got purpose 'spam'. Give its definition purpose: 'marketing', or 'service' when it is about something that the person ordered or asked for.",
   ]
  `);
});
