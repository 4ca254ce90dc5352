import { drawShell } from '../../activities/print/address-side.ts';
import { Layer } from '../../activities/print/layer.ts';
import { manifestCsv } from '../../activities/print/manifest.ts';
import { CARD } from '../../activities/print/measures.ts';
import { openPrintDocument } from '../../activities/print/print-document.ts';
import type { Piece } from '../../activities/print/piece.ts';
import { renderPrintRun } from '../../activities/print/render-print-run.ts';
import { manifestRow } from '../../activities/print/run/render-chunk.ts';
import { openTypefaces } from '../../activities/print/typeface.ts';
import { plainCard, plainCards } from './plain-cards.ts';
import { sampleCard, type HouseCard } from './sample-cards.ts';

/** Cards per second, round by round. */
export interface Rounds {
  readonly ours: readonly number[];
  readonly plain: readonly number[];
}

const AT = new Date('2027-03-01T17:00:00Z');

/**
 * Prints the same cards by both sides in rounds that alternate, who goes first too; a round before them warms both and is not counted. Ours makes all that
 * a print house gets: PDF, picture sides, hashes, manifest. The plain side's backgrounds and texts are made beforehand.
 */
export async function measureRounds({ rounds, cards }: { rounds: number; cards: number }): Promise<Rounds> {
  const pieces = Array.from({ length: cards }, (_, number) => sampleCard(number));
  const [plain, backgrounds] = [pieces.map(plainCard), await backgroundsOf(pieces)];
  const sides = {
    ours: () => perSecond(cards, () => ourCards(pieces)),
    plain: () => perSecond(cards, () => plainCards(plain, backgrounds)),
  };
  const measured = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    for (const side of round % 2 === 0 ? (['ours', 'plain'] as const) : (['plain', 'ours'] as const)) {
      const speed = await sides[side]();
      if (round > 0) measured[side].push(speed);
    }
  }
  return measured;
}

/** What the cards of a kind have in common, as a designer's PDF of one page: both sides draw the same. */
export async function backgroundsOf(pieces: readonly HouseCard[]): Promise<Map<string, Uint8Array>> {
  const faces = openTypefaces();
  const backgrounds = new Map<string, Uint8Array>();
  for (const { content } of pieces) {
    const name = content.back.headline;
    if (backgrounds.has(name)) continue;
    const document = await openPrintDocument({ title: name, at: AT, faces });
    const layer = new Layer(CARD);
    drawShell(layer, faces, content);
    document.page(layer);
    backgrounds.set(name, await document.save());
  }
  return backgrounds;
}

async function perSecond(cards: number, print: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await print();
  return (cards * 1_000) / (performance.now() - began);
}

/** Cards and their manifest, as a run's chunk has them. */
async function ourCards(pieces: readonly Piece[]): Promise<string[]> {
  const { printed } = await renderPrintRun({ title: 'bench', pieces, at: AT });
  const files = { run: { format: 'a6-postcard', printer: 'folder' }, file: '001.pdf', fronts: '001-fronts.pdf' };
  const parts: string[] = [];
  for await (const part of manifestCsv([printed.map((piece) => manifestRow(piece, files))])) parts.push(part);
  return parts;
}
