import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../../activities/print/write-atomically.ts';
import type { Proof } from './prove.ts';

/** Where a proof lies. */
export interface SavedProof {
  readonly folder: string;
  /** In the folder; none when nothing could be drawn. */
  readonly pdf?: string;
  /** In the folder, a file for each page of each piece. */
  readonly pictures: readonly (readonly string[])[];
}

const OURS = /^(proof\.pdf|\d{2}-[a-z\d-]+-\d+\.png)$/;

/** Writes `proof.pdf` and a picture of each page, `01-renewal-postcard-1.png`; what an earlier proof left goes. */
export async function saveProof({ pdf, shown }: Pick<Proof, 'pdf' | 'shown'>, folder: string): Promise<SavedProof> {
  await mkdir(folder, { recursive: true });
  await Promise.all((await readdir(folder)).filter((name) => OURS.test(name)).map((name) => rm(join(folder, name))));
  const pictures = shown.map(({ message, look }, index) => look.pictures.map((png, page) => ({ png, name: `${String(index + 1).padStart(2, '0')}-${message}-${page + 1}.png` })));
  await Promise.all(pictures.flat().map(({ name, png }) => writeAtomically(join(folder, name), png)));
  if (pdf) await writeAtomically(join(folder, 'proof.pdf'), pdf);
  return { folder, ...(pdf ? { pdf: 'proof.pdf' } : {}), pictures: pictures.map((pages) => pages.map(({ name }) => name)) };
}
