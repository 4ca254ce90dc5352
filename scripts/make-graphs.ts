import { writeFile } from 'node:fs/promises';
import { picture, pictured } from '../cli/graph/pictures.ts';

/** `npm run graphs`: the picture of each scenario's newest version, beside its page in `docs/scenarios/`. */
for (const name of pictured()) {
  const { file, text } = await picture(name);
  await writeFile(file, text);
}
