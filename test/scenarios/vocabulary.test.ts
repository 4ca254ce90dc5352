import { describe, expect, test } from '@jest/globals';
import { milliseconds, scenario, ScenarioError, workflowTypeOf, type Duration, type Kind } from '../../scenarios/vocabulary/index.ts';

const frame = { name: 'tried', version: 1, goal: ['purchase'] as [Kind], exit: [] as Kind[], within: '60 days' as Duration };
const path = async () => {};

describe('scenario()', () => {
  test('names its workflow type', () => {
    expect(workflowTypeOf(scenario(frame, path))).toBe('tried.v1');
  });

  test.each([
    [{ name: 'Tried It' }, "Expected a scenario name in kebab-case, got 'Tried It'"],
    [{ version: 0 }, "Expected the version of 'tried' to be a positive integer, got 0"],
    [{ exit: ['purchase'] }, 'to be a goal or an exit'],
    [{ exit: ['opened'] }, "to be kinds of report, got 'opened'"],
    [{ within: 'soon' }, "Expected a duration such as '21 days', got 'soon'"],
  ])('refuses %j', (change, message) => {
    const declare = () => scenario({ ...frame, ...(change as object) }, path);
    expect(declare).toThrow(ScenarioError);
    expect(declare).toThrow(message);
  });
});

test.each([
  ['90 seconds', 90_000],
  ['1 hour', 3_600_000],
  ['1.5 days', 129_600_000],
  ['2 weeks', 1_209_600_000],
  ['1 month', 2_592_000_000],
] as const)('%s is %d ms', (duration, expected) => {
  expect(milliseconds(duration)).toBe(expected);
});
