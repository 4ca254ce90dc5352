import { expect, test } from '@jest/globals';
import { rules } from '../../lint/index.js';
import { path, tester } from './path-rules.ts';
import { findingsWithTypes } from './typed-path.ts';

const rule = rules['unpredictable-path'];
const found = (messageId: string, got: string) => [{ messageId, data: { got } }];

tester.run('unpredictable-path', rule, {
  valid: [
    { name: 'the journey’s time', code: path('const year = journey.now.getUTCFullYear(); await journey.until(new Date(Date.UTC(year + 1, 2, 1)));') },
    { name: 'a date that is written out', code: path("await journey.until(new Date('2027-03-01')); await journey.until(new Date('2027-03-01T09:00Z'));") },
    { name: 'arithmetic', code: path('const most = Math.max(1, journey.facts.age);') },
    { name: 'names of its own', code: path('const fetch = (name) => name; fetch("card"); const process = { exit: 1 }; process.exit;') },
    { name: 'types of packages, which leave no trace', code: `import type { z } from 'zod';\n${path('')}` },
    { name: 'constants of the file', code: `const STEPS = ['card', 'letter'] as const;\n${path('let count = 0; count += 1;')}` },
  ],
  invalid: [
    { name: 'the clock', code: path('const start = Date.now();'), errors: found('clock', 'Date.now') },
    { name: 'a new date', code: path('if (new Date().getUTCMonth() > 5) return;'), errors: found('clock', 'new Date()') },
    { name: 'the clock as text', code: path('journey.note(Date());'), errors: found('clock', 'Date()') },
    { name: 'chance', code: path('if (Math.random() < 0.5) return;'), errors: found('chance', 'Math.random') },
    { name: 'random bytes', code: path('journey.note(crypto.randomUUID());'), errors: found('chance', 'crypto') },
    { name: 'a timer', code: path('await new Promise((done) => setTimeout(done, 1000));'), errors: found('timer', 'setTimeout') },
    { name: 'the network', code: path("const weather = await fetch('https://weather.example');"), errors: found('io', 'fetch') },
    { name: 'the process', code: path("if (process.env['DRY']) return;"), errors: found('io', 'process') },
    { name: 'the console', code: path("console.log('here');"), errors: found('io', 'console') },
    { name: 'a way round', code: path('globalThis.Date.now();'), errors: found('hidden', 'globalThis') },
    { name: 'a Node module', code: `import { readFileSync } from 'node:fs';\n${path('readFileSync("x");')}`, errors: found('package', 'node:fs') },
    { name: 'a package', code: path("const { z } = await import('zod');"), errors: found('package', 'zod') },
    { name: 'a package passed on', code: `export { z } from 'zod';\n${path('')}`, errors: found('package', 'zod') },
    { name: 'a count of all journeys', code: `let sent = 0;\n${path('sent += 1;')}`, errors: found('shared', 'let sent') },
    { name: 'a date in the machine’s zone', code: path('await journey.until(new Date(2027, 2, 1));'), errors: found('zone', 'new Date(2027, 2, 1)') },
    { name: 'a text without a zone', code: path("await journey.until(new Date('2027-03-01T09:00'));"), errors: found('zone', "new Date('2027-03-01T09:00')") },
  ],
});

test('with types, hours that depend on where the worker stands are found, and other methods of that name are not', () => {
  expect(findingsWithTypes('unpredictable-path', rule, "if (trip.now.getHours() > 12) trip.note(trip.now.toISOString());\ntrip.note((12).toLocaleString());")).toEqual([
    expect.stringMatching(/^1: Expected a date that means the same on every machine, got `getHours`/),
  ]);
});
