/** `parcours proof`: mailpieces as people would hold them, without a server. Loads React, pdf-lib and pdfium: import it when it is needed. Exports only. */
export { addressee } from './addressee.ts';
export { parseFacts } from './known-facts.ts';
export { proofLines } from './lines.ts';
export { prove, writtenPieces, type Proof, type ProofOptions, type ShownPiece } from './prove.ts';
export { saveProof, type SavedProof } from './save.ts';
