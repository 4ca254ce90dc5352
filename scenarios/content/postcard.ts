/**
 * What a postcard says: data, drawn by `activities/print`. The front carries the appeal; the address side the text, the QR code, the
 * printed personal address and the prospect's postal address, which the renderer places.
 */
export interface PostcardContent {
  readonly brand: string;
  /** Under the brand's name on the front, such as `Chauffagistes depuis 1974`. */
  readonly claim: string;
  /** Where mail that can't be delivered goes back to, on one line. */
  readonly sender: string;
  readonly front: {
    readonly headline: string;
    readonly subline: string;
    /** A short mark, such as `−150 €`, with what it is on a second line after `\n`. */
    readonly badge?: string;
    readonly theme: PostcardTheme;
  };
  readonly back: {
    /** The headline of the address side. */
    readonly headline: string;
    readonly salutation: string;
    readonly paragraphs: readonly string[];
    /** Beside the QR code, such as `Scannez pour votre diagnostic`. */
    readonly callToAction: string;
    /** Before the printed personal address, such as `ou tapez`. */
    readonly orType: string;
    /** Sender, source of the address, legal notice and how to object, in small print. */
    readonly smallPrint: string;
  };
}

/** Colours in CMYK, 0 to 1 each. */
export type Cmyk = readonly [number, number, number, number];
export interface PostcardTheme {
  readonly background: Cmyk;
  readonly accent: Cmyk;
  readonly text: Cmyk;
  /** Text on the accent, such as the badge's; white unless said. */
  readonly onAccent?: Cmyk;
  /** The drawn picture on the front; see activities/print/motifs. */
  readonly motif: 'basket' | 'bicycle' | 'cup' | 'flame' | 'house' | 'map';
}
