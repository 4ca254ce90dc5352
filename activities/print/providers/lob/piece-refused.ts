/** This one piece is not printed, whenever it is asked for; the others go on. */
export class PieceRefused extends Error {
  override readonly name = 'PieceRefused';
  constructor(
    /** In machine-readable words, never anything about the person: `address-too-long`, or Lob's own code after `lob-`. */
    readonly reason: string,
  ) {
    super(`Expected a piece that Lob prints, got one that it refuses: ${reason}.`);
  }
}
