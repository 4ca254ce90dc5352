import { writeFile } from 'node:fs/promises';
import { pictures } from '../cli/graph/pictures.ts';

/** `npm run graphs`: the picture of each scenario's newest version, beside its page in `docs/scenarios/`. */
for await (const { file, text } of pictures()) await writeFile(file, text);
