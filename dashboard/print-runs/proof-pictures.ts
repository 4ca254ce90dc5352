import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { picturesOf } from '../../activities/print/page-pictures.ts';
import { FORMATS } from '../../activities/print/formats/index.ts';
import type { FormatName } from '../../scenarios/content/index.ts';
import { createPictureShelf, type PictureShelf } from '../pictures/picture-shelf.ts';

/** What there is to look at of a proof. */
export interface ProofPages {
  /** PNG files, cut to the trim: the picture sides first. */
  readonly fronts: readonly Uint8Array[];
  readonly pages: readonly Uint8Array[];
}

interface ProofOf {
  /** Path of `proof.pdf`. */
  readonly proof: string;
  readonly format: string;
}

/** Pictures of proofs. A proof that this machine can't read has none. */
export function createProofPictures(shelf: PictureShelf<ProofPages | undefined> = createPictureShelf({ most: 4 })): (of: ProofOf) => Promise<ProofPages | undefined> {
  return ({ proof, format }) => shelf.get(proof, () => draw(proof, format));
}

/** The file itself, for who wants it on paper; undefined when this machine can't read it. */
export async function readProof(proof: string): Promise<Buffer | undefined> {
  return readFile(proof).catch(() => undefined);
}

async function draw(proof: string, format: string): Promise<ProofPages | undefined> {
  const [pages, fronts] = await Promise.all([readProof(proof), readProof(join(dirname(proof), 'proof-fronts.pdf'))]);
  if (!pages) return undefined;
  const { bleed } = FORMATS[format as FormatName].sheet;
  const trimmed = async (pdf: Uint8Array): Promise<Uint8Array[]> => (await picturesOf(pdf, bleed)).map((picture) => picture.trimmed);
  return { fronts: fronts ? await trimmed(fronts) : [], pages: await trimmed(pages) };
}
