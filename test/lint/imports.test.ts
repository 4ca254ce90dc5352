import { expect, test } from '@jest/globals';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { rules as ours } from '../../lint/index.js';

/** The rule alone, as the parser without type information sees the text. */
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parser: tseslint.parser },
      plugins: { parcours: { rules: { imports: ours.imports } } },
      rules: { 'parcours/imports': 'error' },
    },
  ] as Linter.Config[],
});

async function refusals(filePath: string, text: string): Promise<number> {
  const [result] = await eslint.lintText(text, { filePath });
  expect(result?.fatalErrorCount).toBe(0);
  return result?.messages.length ?? -1;
}

test.each([
  ['scenarios/boiler-renewal/v1.ts', "import { scenario } from '../vocabulary/index.ts';"],
  ['scenarios/boiler-renewal/v1.ts', "import type { BoilerFacts } from './facts.ts';"],
  ['scenarios/boiler-renewal/v1.ts', "import type { BoilerMessages } from './messages/index.ts';"],
  ['scenarios/registry.ts', "import { boilerRenewalV1 } from './boiler-renewal/v1.ts';"],
  ['scenarios/kit/card.ts', "import type { Person } from '../content/index.ts';"],
  ['scenarios/kit/mail-parts.tsx', "import { Button } from '@react-email/button';"],
  ['engine/inbox.ts', "import { counts } from '../scenarios/vocabulary/index.ts';"],
  ['workflows/journey.ts', "import { LiveJourney } from '../engine/index.ts';"],
  ['workflows/journey.ts', "import { sleep } from '@temporalio/workflow';"],
  ['workflows/journey.ts', "import type { Activities } from '../activities/index.ts';"],
  ['simulator/play.ts', "import { LiveJourney } from '../engine/index.ts';"],
  ['learning/guard.ts', "import { milliseconds } from '../scenarios/vocabulary/index.ts';"],
  ['learning/content-hash.ts', "import { createHash } from 'node:crypto';"],
  ['learning/worlds/regret.ts', "import { learnPolicy } from '../index.ts';"],
  ['tracker/main.ts', "import { z } from 'zod';"],
])('%s may have: %s', async (file, text) => {
  expect(await refusals(file, text)).toBe(0);
});

test.each([
  ['scenarios/boiler-renewal/v1.ts', "import { facts } from './facts.ts';"],
  ['scenarios/boiler-renewal/v1.ts', "import type { Report } from '../../engine/index.ts';"],
  ['scenarios/boiler-renewal/v2.ts', "import { z } from 'zod';"],
  ['scenarios/vocabulary/scenario.ts', "import { LiveJourney } from '../../engine/index.ts';"],
  ['scenarios/registry.ts', "import { content } from './boiler-renewal/content.ts';"],
  ['scenarios/boiler-renewal/v2.ts', "import { typeset } from '../kit/typeset.ts';"],
  ['scenarios/kit/card.ts', "import { brand } from '../boiler-renewal/brand.ts';"],
  ['scenarios/kit/card.ts', "import { contentOf } from '../content/index.ts';"],
  ['engine/inbox.ts', "import { setTimeout } from 'node:timers/promises';"],
  ['engine/inbox.ts', "import { workflowInfo } from '@temporalio/workflow';"],
  ['workflows/journey.ts', "import { createActivities } from '../activities/index.ts';"],
  ['workflows/journey.ts', "import { type Activities } from '../activities/index.ts';"],
  ['workflows/journey.ts', "import { contentOf } from '../scenarios/content/index.ts';"],
  ['workflows/index.ts', "export { connect } from '../client/connect.ts';"],
  ['workflows/index.ts', "export * from '@temporalio/client';"],
  ['workflows/journey.ts', "const pg = await import('pg');"],
  ['simulator/play.ts', "import React from 'react';"],
  ['learning/guard.ts', "import { createHash } from 'node:crypto';"],
  ['learning/guard.ts', "import { chance } from './worlds/index.ts';"],
  ['learning/learn-policy.ts', "import { z } from 'zod';"],
  ['learning/off-policy.ts', "import { liftOf } from '../store/lift.ts';"],
])('%s may not have: %s', async (file, text) => {
  expect(await refusals(file, text)).toBe(1);
});

test("the project's own lint holds scenario versions and the engine to the rule, and keeps the clock and chance out of them", async () => {
  const project = new ESLint();
  const rulesFor = async (file: string) => ((await project.calculateConfigForFile(file)) as { rules: Record<string, [number, ...unknown[]]> }).rules;
  const [path, engine] = [await rulesFor('scenarios/boiler-renewal/v1.ts'), await rulesFor('engine/inbox.ts')];
  expect(path['parcours/imports']?.[0]).toBe(2);
  expect(engine['parcours/imports']?.[0]).toBe(2);
  for (const rule of Object.keys(ours).filter((name) => name !== 'imports')) {
    expect([rule, path[`parcours/${rule}`]?.[0]]).toEqual([rule, 2]);
    expect([rule, engine[`parcours/${rule}`]]).toEqual([rule, undefined]);
  }
  expect(engine['no-restricted-properties']).toEqual([2, expect.objectContaining({ object: 'Date', property: 'now' }), expect.objectContaining({ object: 'Math', property: 'random' })]);
  expect(engine['no-restricted-globals']).toContainEqual(expect.objectContaining({ name: 'setTimeout' }));
});
