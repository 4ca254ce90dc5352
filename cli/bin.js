#!/usr/bin/env node
// Found by `npx parcours` in the repository itself, as this package's own bin: npm 10 and 11 ask no registry for it.
await import('../scripts/setup.mjs');
const { register } = await import('tsx/esm/api');
register();
await import('./parcours.ts');
