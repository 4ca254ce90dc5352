import { beforeAll, expect, test } from '@jest/globals';
import { bundleWorkflows } from '../../worker/create-worker.ts';

/** Kilobytes of the workflows' script without its source map, comments included: 550 are the SDK's own, the rest is the engine and the scenarios' paths. */
const BUDGET = 795;

let code: string;
beforeAll(async () => {
  ({ code } = await bundleWorkflows());
});

const packages = () => new Set([...code.matchAll(/\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)].map(([, name]) => name));

test('the workflow bundle holds no zod, React, pg, kysely or Node built-in', () => {
  expect([...packages()].filter((name) => !name!.startsWith('@temporalio/')).sort()).toMatchInlineSnapshot(`
   [
     "long",
     "ms",
     "nexus-rpc",
   ]
  `);
  expect(code).not.toMatch(/require\("(node:|pg|zod|react)/);
  expect(code).not.toMatch(/\.\/(activities|store|tracker|client|scenarios\/content|scenarios\/[\w-]+\/messages)\//);
});

test('it stays within its budget', () => {
  expect(code.replace(/\/\/# sourceMappingURL=.*/s, '').length / 1_000).toBeLessThan(BUDGET);
});
