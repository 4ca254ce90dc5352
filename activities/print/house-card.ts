import type { PostcardContent } from '../../scenarios/content/index.ts';
import { drawPiece, drawShell, type AddressSide, type ShellContent } from './address-side.ts';
import { drawFront } from './front.ts';
import { Layer } from './layer.ts';
import { CARD } from './measures.ts';
import { formOf, type Asset, type DrawnPage } from './pages.ts';
import type { Typefaces } from './typeface.ts';

/** The house's own card: its address side, and its picture side under the key by which others share it. */
export interface HouseCard {
  readonly page: DrawnPage;
  readonly front: { readonly key: string; readonly page: DrawnPage };
}

/** Draws cards; what they have in common is drawn when it is first asked for, and kept. */
export function openHouseCards(faces: Typefaces): (side: AddressSide) => HouseCard {
  const shells = new Map<string, Asset>();
  const fronts = new Map<string, HouseCard['front']>();
  return (side) => {
    const layer = new Layer(CARD).form('Shell');
    drawPiece(layer, faces, side);
    const shell = remember(shells, keyOfShell(side.content), (key) => formOf({ name: 'Shell', key, page: drawn((under) => drawShell(under, faces, side.content)) }));
    const front = remember(fronts, keyOfFront(side.content), (key) => ({ key, page: drawn((under) => drawFront(under, faces, side.content)) }));
    return { page: { layer, assets: [shell] }, front };
  };
}

function drawn(draw: (layer: Layer) => void): DrawnPage {
  const layer = new Layer(CARD);
  draw(layer);
  return { layer, assets: [] };
}

function keyOfShell({ brand, sender, front, back: { headline, callToAction, orType, smallPrint } }: PostcardContent): string {
  const content: ShellContent = { brand, sender, front, back: { headline, callToAction, orType, smallPrint } };
  return JSON.stringify(content);
}

function keyOfFront({ brand, claim, front }: PostcardContent): string {
  return JSON.stringify({ brand, claim, front });
}

function remember<Value>(known: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  const found = known.get(key) ?? make(key);
  known.set(key, found);
  return found;
}
