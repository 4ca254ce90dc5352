import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkScenarios } from '../../cli/check/index.ts';
import { teaTimeTree } from './tea-time.ts';

let root: string;
let remove: () => void;
beforeAll(() => {
  ({ root, remove } = teaTimeTree());
  const write = (file: string, text: string): void => writeFileSync(join(root, 'scenarios/tea-time', file), text);
  write(
    'v1.ts',
    `import { scenario } from '../vocabulary/index.ts';
import type { TeaFacts } from './facts.ts';
import type { TeaMessages } from './messages/index.ts';

export const teaTimeV1 = scenario<TeaFacts, TeaMessages>({ name: 'tea-time', version: 1, goal: ['purchase'], exit: ['unsubscribe'], within: '60 days' }, async (journey) => {
  const hour = await journey.choose('hour', ['08:00', '16:00']);
  await journey.at(hour);
  await journey.email('letter', {}, { choose: ['warm', 'plain'] });
  await journey.choose('letter', ['again', 'enough']);
  return journey.end('done');
});
`,
  );
  write(
    'policies.ts',
    `import type { Policies } from '../content/policies.ts';

export const policies: Policies = {
  hour: { kind: 'split', weights: { '08:00': 1, '17:00': 1 }, reward: { on: ['click'], within: '3 days' } },
  letter: { kind: 'contextual', facts: ['cups', 'sugar'], reward: { on: ['click'], within: '3 days' } },
  biscuit: { kind: 'thompson', reward: { on: ['click'], within: '3 days' } },
};
`,
  );
});
afterAll(() => remove());

test('policies that do not fit their paths are found: points, arms and facts that are not there, and a point named like a message', async () => {
  const { findings } = await checkScenarios({ root, scenario: 'tea-time' });
  expect(findings.filter(({ rule }) => rule === 'unmatched-policy').map(({ file, line, message }) => `${file}:${line} ${message}`)).toMatchInlineSnapshot(`
   [
     "scenarios/tea-time/policies.ts:4 Expected an arm that a path offers at 'hour' (08:00, 16:00), got '17:00', which it can never choose. Correct the name, or offer it in the path.",
     "scenarios/tea-time/policies.ts:5 Expected a fact that the scenario knows (cups), got 'sugar': the policy of 'letter' would never see it. Correct the name, or add it to facts.ts.",
     "scenarios/tea-time/policies.ts:6 Expected the name of a choice point of the paths (hour, letter), got 'biscuit', at which nothing is chosen. Correct the name, or let a path choose: { choose: […] } on the touch of that message, or journey.choose('biscuit', […]).",
     "scenarios/tea-time/v1.ts:9 Expected a choice point with a name of its own, got 'letter', which is a message's: they would share one policy. Name what is chosen, such as 'letter-hour'.",
   ]
  `);
});
