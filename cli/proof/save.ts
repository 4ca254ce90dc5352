import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../../activities/print/write-atomically.ts';
import type { Proof } from './prove.ts';

/** Where a proof lies. */
export interface SavedProof {
  readonly pdf: string;
  /** A file for each page, in the order of pieces. */
  readonly pictures: readonly (readonly string[])[];
}

const PICTURE = /^\d{2}-[a-z\d-]+-\d+\.png$/;

/** Writes `proof.pdf` and a picture of each page, `01-renewal-postcard-1.png`; pictures of an earlier proof go. */
export async function saveProof({ pdf, shown }: Pick<Proof, 'pdf' | 'shown'>, folder: string): Promise<SavedProof> {
  await mkdir(folder, { recursive: true });
  await Promise.all((await readdir(folder)).filter((name) => PICTURE.test(name)).map((name) => rm(join(folder, name))));
  const file = join(folder, 'proof.pdf');
  const pictures = shown.map(({ message, previews }, index) => previews.map(({ png }, page) => ({ png, path: join(folder, `${String(index + 1).padStart(2, '0')}-${message}-${page + 1}.png`) })));
  await Promise.all([writeAtomically(file, pdf), ...pictures.flat().map(({ path, png }) => writeAtomically(path, png))]);
  return { pdf: file, pictures: pictures.map((pages) => pages.map(({ path }) => path)) };
}
