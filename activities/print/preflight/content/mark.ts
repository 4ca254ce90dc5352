import type { Colour, ColourSpace } from './colour-space.ts';
import type { Font } from './font.ts';
import type { Rect } from './geometry.ts';

/** An image, as its dictionary says it is. */
export interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Only a shape, painted with the current colour. */
  readonly mask: boolean;
  readonly bits: number;
  /** None when the image's own data says (JPEG 2000). */
  readonly space: ColourSpace | undefined;
  readonly softMask: boolean;
}

interface Painted {
  /** What is to be seen of it, in points of the page: cut by the clipping path. */
  readonly box: Rect;
}

/** Something that a page puts on the paper. */
export type Mark =
  | (Painted & { readonly kind: 'fill'; readonly colour: Colour; /** The thinner side of its thinnest rectangle, in points. */ readonly thinnest: number; readonly curved: boolean })
  | (Painted & { readonly kind: 'stroke'; readonly colour: Colour; /** In points; 0 is the thinnest line that the device can draw. */ readonly width: number })
  | (Painted & { readonly kind: 'text'; readonly colour: Colour; readonly font: Font | undefined; /** In points of the page. */ readonly size: number; readonly visible: boolean })
  | (Painted & { readonly kind: 'image'; readonly picture: Picture; /** Pixels per inch, across and down, as placed. */ readonly resolution: readonly [number, number]; readonly colour: Colour })
  | (Painted & { readonly kind: 'shading'; readonly space: ColourSpace })
  | (Painted & { readonly kind: 'trait'; /** Something about how it is painted. */ readonly trait: Trait; readonly detail: string });

export type Trait = 'transparency' | 'opi' | 'postscript' | 'external-content' | 'unreadable';
