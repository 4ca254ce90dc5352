/** What this folder uses of `fontkit`, which brings no types of its own. */
declare module 'fontkit' {
  import type { CustomFontSubsetEmbedder } from '@cantoo/pdf-lib';

  type Engine = Parameters<typeof CustomFontSubsetEmbedder.for>[0];
  type EmbeddableFont = Extract<Awaited<ReturnType<Engine['create']>>, { createSubset: unknown }>;

  export interface Font extends EmbeddableFont {
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string, features?: Record<string, boolean> | string[]): ReturnType<EmbeddableFont['layout']> & { positions: { xAdvance: number }[] };
  }
  export function create(bytes: Uint8Array): Font;
}
