import { expect, test } from '@jest/globals';
import { rules } from '../../lint/index.js';
import { path, tester } from './path-rules.ts';
import { findingsWithTypes } from './typed-path.ts';

const rule = rules['unreachable-branch'];

tester.run('unreachable-branch', rule, {
  valid: [
    { name: 'an end in a branch', code: path("if (journey.facts.age > 12) journey.end('old'); await journey.sleep('1 day'); return journey.end('done');") },
    { name: 'an end of a case', code: path("switch (journey.facts.kind) { case 'a': journey.end('a'); break; default: journey.note('other'); }") },
    { name: 'a loop for ever', code: path("while (true) await journey.sleep('1 day');") },
    { name: 'a wait for what lets it live', code: path("await journey.waitFor([journey.on.reply, journey.on.click], { for: '1 day' });") },
  ],
  invalid: [
    { name: 'after the end', code: path("journey.end('done'); await journey.email('letter', {});"), errors: [{ messageId: 'afterEnd', data: { step: 'end' } }] },
    { name: 'after the next cycle began', code: path("journey.again({ year: 2 }); journey.note('again');"), errors: [{ messageId: 'afterEnd', data: { step: 'again' } }] },
    { name: 'after a return', code: path("return journey.end('done'); await journey.email('letter', {});"), errors: [{ messageId: 'afterExit' }] },
    { name: 'a condition that is a constant', code: path("if (false) await journey.email('letter', {});"), errors: [{ messageId: 'constant' }] },
    { name: 'a comparison that can’t fail', code: path("if ({} === journey.facts) await journey.email('letter', {});"), errors: [{ messageId: 'constant' }] },
    { name: 'the same question twice', code: path("if (journey.facts.a) journey.note('a'); else if (journey.facts.a) journey.note('b');"), errors: [{ messageId: 'constant' }] },
    {
      name: 'a wait for the goal',
      code: path("if (await journey.waitFor([journey.on.reply, journey.on.purchase], { for: '9 days' })) return;"),
      errors: [{ messageId: 'endsFirst', data: { kind: 'purchase', list: 'goal' } }],
    },
    {
      name: 'a wait for an exit, in a group',
      code: path("await journey.waitFor(all(card.on.scan, card.on.returned), { for: '9 days' });"),
      errors: [{ messageId: 'endsFirst', data: { kind: 'returned', list: 'exit' } }],
    },
  ],
});

test('with types, a touch is always there, and what may change during a wait is left alone', () => {
  expect(
    findingsWithTypes(
      'unreachable-branch',
      rule,
      "const letter = await trip.email('letter', {});\nif (letter) await trip.sleep('1 day');\nif (!letter.sent) trip.end('unreachable');\nif (trip.facts.interest === undefined) { await trip.waitFor(trip.on.reply, { for: '1 day' }); if (trip.facts.interest) trip.note('told'); }",
    ),
  ).toMatchInlineSnapshot(`
   [
     "2: Expected a condition that can be true or false, got one that its type decides: Unnecessary conditional, value is always truthy. Take the branch out, or ask what can differ, such as touch.sent or an answer.",
   ]
  `);
});

test('with types, what one of two branches side by side sets may be asked after them', () => {
  const branches = 'let called = false;\nawait Promise.all([(async () => { await trip.sleep("1 day"); called = true; })(), trip.sleep("2 days")]);\nif (called) trip.note("called");\nlet quiet = true;\nif (quiet) trip.note("quiet");';
  expect(findingsWithTypes('unreachable-branch', rule, branches)).toEqual([expect.stringMatching(/^5: Expected a condition that can be true or false/)]);
});
