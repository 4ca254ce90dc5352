import type { Piece } from '../piece.ts';

/** A piece of the proof, and why it is in it. */
export interface ChosenPiece {
  readonly piece: Piece;
  /** Such as `longest name`; `example` fills up. */
  readonly why: string;
}

/** What is most likely not to fit, or to look wrong. */
const LONGEST: readonly { readonly why: string; readonly length: (piece: Piece) => number }[] = [
  { why: 'longest name', length: ({ address: { title, firstName, lastName } }) => [title, firstName, lastName].join(' ').length },
  { why: 'longest street', length: ({ address }) => address.addressLine?.length ?? 0 },
  { why: 'longest text', length: ({ content }) => JSON.stringify(content).length },
  { why: 'longest complement', length: ({ address }) => address.addressComplement?.length ?? 0 },
  { why: 'longest place', length: ({ address }) => address.city?.length ?? 0 },
  { why: 'longest personal address', length: ({ purlUrl }) => purlUrl.length },
];

/**
 * Chooses the pieces of a proof as a run passes by, a part at a time, so that a large one need not be in memory: the longest of each kind of text, then
 * one of each message and variant, then examples. Of equals, the first counts; the same pieces give the same choice.
 *
 * @example
 * const choice = chooseProof(8);
 * for await (const pieces of parts) choice.see(pieces);
 * choice.pieces(); // [{ piece, why: 'longest name' }, …]
 */
export function chooseProof(size: number): { see(pieces: readonly Piece[]): void; pieces(): ChosenPiece[] } {
  const best = LONGEST.map(({ why, length }) => ({ why, length, most: 0, piece: undefined as Piece | undefined }));
  const kinds = new Map<string, Piece>();
  const examples: Piece[] = [];
  return {
    see(pieces) {
      for (const piece of pieces) {
        for (const record of best) {
          const length = record.length(piece);
          if (length > record.most) Object.assign(record, { most: length, piece });
        }
        const kind = `${messageOf(piece.touchId)}${piece.variant === null ? '' : `, variant ${piece.variant}`}`;
        if (!kinds.has(kind) && kinds.size < size) kinds.set(kind, piece);
        if (examples.length < size) examples.push(piece);
      }
    },
    pieces() {
      const wanted = [
        ...best.flatMap(({ why, piece }) => (piece ? [{ why, piece }] : [])),
        ...[...kinds].map(([kind, piece]) => ({ why: `an example of ${kind}`, piece })),
        ...examples.map((piece) => ({ why: 'example', piece })),
      ];
      const chosen = new Map<string, ChosenPiece>();
      for (const { why, piece } of wanted) {
        const before = chosen.get(piece.touchId);
        if (before && why.startsWith('longest')) chosen.set(piece.touchId, { piece, why: `${before.why}, ${why}` });
        else if (!before && chosen.size < size) chosen.set(piece.touchId, { piece, why });
      }
      return [...chosen.values()];
    },
  };
}

/** `<journey id>/<message>/<occurrence>` */
function messageOf(touchId: string): string {
  return touchId.split('/').at(-2) ?? '';
}
