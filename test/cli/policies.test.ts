import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import picocolors from 'picocolors';
import { register } from '../../cli/commands/policies.ts';
import { policyLines } from '../../cli/report/policy-lines.ts';
import type { CurrentPolicy } from '../../store/index.ts';
import { openChoosing, type Choosing } from '../activities/choice/choosing.ts';
import { runCommand } from './run-command.ts';

let choosing: Choosing;
beforeAll(async () => {
  choosing = await openChoosing();
  Object.assign(process.env, { DATABASE_URL: choosing.store.databaseUrl, DATABASE_SCHEMA: choosing.store.schemaName });
});
afterAll(() => choosing.store.destroy());

const policies = async (...args: string[]) =>
  (await runCommand(register, ['policies', ...args])).shown.replace(/policy \w{8}/g, 'policy <hash>').replace(/chosen +\d+/g, 'chosen n');

describe('parcours policies', () => {
  test('says when nothing has been chosen, and when there is no such campaign', async () => {
    expect(await policies('spring')).toBe('Nothing has been chosen in spring yet: a point is listed from its first decision on.\n');
    await expect(policies('autumn')).rejects.toThrow("Expected a campaign, got 'autumn', which was never launched.");
  });

  test('shows what chooses at each point, and sets it', async () => {
    await choosing.choose(await choosing.enter());
    expect(await policies('spring')).toMatchInlineSnapshot(`
     "send-hour  fixed split · policy <hash>
       09:00  ████████           50.0 %  chosen n
       18:30  ████████           50.0 %  chosen n
     "
    `);
    expect(await policies('spring', '--at', 'send-hour', '--weights', '09:00=70,18:30=30', '--by', 'lea', '--because', 'the call centre opens at nine')).toMatchInlineSnapshot(`
     "send-hour  fixed split · policy <hash>
       09:00  ████████           50.0 %  chosen n
       18:30  ████████           50.0 %  chosen n
       set by lea: 09:00 70, 18:30 30, because the call centre opens at nine

     Set; it holds from the next choice at send-hour on.
     "
    `);
    const next = await choosing.choose(await choosing.enter());
    expect(next.chance).toBeCloseTo(next.arm === '09:00' ? 0.7 : 0.3);
    expect(await policies('spring')).toContain('70.0 %');
    const [policy] = JSON.parse(await policies('spring', '--json')) as CurrentPolicy[];
    expect(policy).toMatchObject({ point: 'send-hour', overrides: [{ override: { weights: { '09:00': 70, '18:30': 30 } }, by: 'lea', because: 'the call centre opens at nine' }] });
  });

  test.each([
    [['--at', 'send-hour'], "Expected what to set at 'send-hour', got nothing."],
    [['--stop', '09:00', '--because', 'x'], 'Expected the choice point to set, got none.'],
    [['--at', 'send-hour', '--stop', '09:00'], 'Expected a reason, for the record, got none.'],
    [['--at', 'send-hour', '--weights', 'early', '--because', 'x'], 'Expected weights such as warm=70,factual=30.'],
    [['--at', 'send-hour', '--stop', '12:00', '--because', 'x'], "Expected an arm of 'send-hour' (09:00, 18:30), got '12:00'."],
    [['--at', 'send-hour', '--stop', '09:00', '--start', '18:30', '--because', 'x'], "option '--stop <arm>' cannot be used with option '--start <arm>'"],
  ])('%j is refused', async (options, message) => {
    await expect(policies('spring', ...options)).rejects.toThrow(message);
  });
});

test('what was learned is shown with its intervals, stops and trials', () => {
  const standing = (decisions: number, answers: number, rate: number) => ({ decisions, answers, known: decisions, rate, low: rate - 0.02, high: rate + 0.03, harmed: 0 });
  const policy: CurrentPolicy = {
    point: 'thank-you',
    arms: ['warm', 'factual', 'bold'],
    since: new Date(0),
    decided: { warm: 1_204, factual: 733, bold: 61 },
    overrides: [{ override: { stop: 'factual' }, by: 'lea', because: 'a wrong price in it', at: new Date(0) }],
    snapshot: {
      spec: { kind: 'test', control: 'factual', reward: { on: ['click'], within: '7 days' } },
      arms: ['warm', 'factual', 'bold'],
      weights: { warm: 0.95, factual: 0, bold: 0.05 },
      stopped: { factual: { because: 'operator', why: 'an operator stopped it' } },
      standing: { warm: { ...standing(1_204, 146, 0.121), lift: { estimate: 0.184, low: 0.03, high: 0.36 } }, factual: standing(733, 75, 0.102), bold: standing(61, 5, 0.09) },
      canary: { arm: 'bold', state: 'trial', share: 0.05, known: 0 },
      learnedFrom: { decisions: 1_998, answers: 226, pending: 214, ignored: 0, medianDelay: 21_600_000 },
      hash: '3f8a91c2d0e4b657',
    },
  };
  expect(policyLines([policy], picocolors.createColors(false)).join('\n')).toMatchInlineSnapshot(`
   "thank-you  experiment · policy 3f8a91c2
     warm     ███████████████▎   95.0 %  chosen  1,204  answers  12.1 % (10.1 % to 15.1 %)  lift +18.4 % (+3.0 % to +36.0 %)
     factual                      0.0 %  chosen    733  answers  10.2 % (8.2 % to 13.2 %)
              stopped: an operator stopped it
     bold     ▊                   5.0 %  chosen     61  answers   9.0 % (7.0 % to 12.0 %)
     bold is on trial, with 5.0 % at most
     214 choices may still be answered; half of all answers come within 0.3 days
     set by lea: stop factual, because a wrong price in it"
  `);
});
