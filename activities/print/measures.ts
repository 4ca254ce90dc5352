/** Points of a millimetre. */
export const POINTS = 72 / 25.4;

/** An A6 postcard, lying. Millimetres; places are counted from the trim's top left corner. */
export const CARD = { width: 148, height: 105, bleed: 3 } as const;

/** Printer's black alone: text and codes in one ink can't blur when the plates shift. */
export const BLACK = [0, 0, 0, 1] as const;
export const WHITE = [0, 0, 0, 0] as const;
