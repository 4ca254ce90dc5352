import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { play } from '../../simulator/index.ts';
import { adviceV1, facts, inferences } from './inferences-example.ts';

const page = readFileSync('docs/lessons.md', 'utf8');

test('the example of what is inferred is the one that compiles', () => {
  const [example] = /(?<=```ts\n)[\s\S]+?(?=```)/.exec(page) ?? [];
  const file = readFileSync('test/docs/inferences-example.ts', 'utf8');
  expect(example?.trim()).toBe(file.slice(file.indexOf('// scenarios/<name>/facts.ts')).trim());
});

test('its journey sends at the hour that the scan has told', async () => {
  expect(inferences.map(({ fact }) => fact in facts.shape)).toEqual([true, true, true]);
  // Day 6 is a Sunday.
  const { timeline } = await play(adviceV1, { facts: { boilerAge: 14 }, on: [{ after: '6 days', response: 'scan', of: 'card', inferred: { bestHour: { value: '18:00', source: 'inferred:hours' } } }] });
  expect(timeline.slice(2, 7)).toEqual([
    'day 6.0  scan of card/1 [human]',
    'day 6.0  learned bestHour = 18:00 from inferred:hours',
    'day 6.0  wait 1 over: scan of card/1',
    'day 6.0  sleep until day 7.3',
    'day 7.3  email advice/1 sent',
  ]);
});

test('every kind of lesson is told of, and what a decision may come to', async () => {
  const { LESSON_KINDS } = await import('../../lessons/index.ts');
  for (const kind of LESSON_KINDS) expect(page).toContain(`\`${kind}\``);
  for (const option of ['--accept', '--dismiss', '--restore', '--medium', '--by', '--because', '--language fr', '--json']) expect(page).toContain(option);
});
