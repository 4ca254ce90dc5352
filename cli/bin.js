#!/usr/bin/env node
// Found by `npx parcours` in the repository itself, as this package's own bin: npm 10 and 11 ask no registry for it.
import { fileURLToPath } from 'node:url';

await import('../scripts/setup.mjs');
// tsx would look for it in the working directory, and compile JSX in another way without it.
process.env.TSX_TSCONFIG_PATH = fileURLToPath(new URL('../tsconfig.json', import.meta.url));
const { register } = await import('tsx/esm/api');
register();
await import('./parcours.ts');
