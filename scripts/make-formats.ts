import { writeFile } from 'node:fs/promises';
import { formatsPage } from '../activities/print/formats/describe.ts';

/** `npm run make:formats`: the page of formats, from the table. */
await writeFile(new URL('../docs/formats.md', import.meta.url), formatsPage());
