/** Points of a millimetre. */
export const POINTS = 72 / 25.4;

/** What a piece's page is cut to, and how far its ink goes beyond. Millimetres; places are counted from the trim's top left corner. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
}

/** An A6 postcard, lying. */
export const CARD = { width: 148, height: 105, bleed: 3 } as const satisfies Sheet;

/** Printer's black alone: text and codes in one ink can't blur when the plates shift. */
export const BLACK = [0, 0, 0, 1] as const;
export const WHITE = [0, 0, 0, 0] as const;
