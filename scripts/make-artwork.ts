import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Layer } from '../activities/print/layer.ts';
import { openPrintDocument } from '../activities/print/print-document.ts';
import { openTypefaces } from '../activities/print/typeface.ts';
import { letterhead } from './artwork/airelune-letterhead.ts';
import { comeBackCard } from './artwork/montcanel-card.ts';
import { drawOffers } from './artwork/montcanel-offers.ts';

/**
 * `npm run make:artwork`: the printed matter of invented brands that a designer would deliver, as PDF with trim and bleed in CMYK, and the pictures of their
 * offers. The pictures need Chromium (`apt-get install chromium`).
 */
const folder = (scenario: string): string => fileURLToPath(new URL(`../scenarios/${scenario}/artwork/`, import.meta.url));

async function writePdf(file: string, title: string, draw: (faces: ReturnType<typeof openTypefaces>) => readonly Layer[]): Promise<void> {
  const faces = openTypefaces();
  const document = await openPrintDocument({ title, at: new Date('2026-11-01T00:00:00Z'), faces });
  for (const layer of draw(faces)) document.page(layer);
  await writeFile(file, await document.save());
  console.log(file);
}

await writePdf(join(folder('equipment-renewal'), 'letterhead.pdf'), 'Airelune: letterhead', letterhead);
await writePdf(join(folder('win-back'), 'come-back-card.pdf'), 'Brûlerie Montcanel: come-back card', comeBackCard);
const scratch = await mkdtemp(join(tmpdir(), 'parcours-artwork-'));
await drawOffers(folder('win-back'), scratch);
await rm(scratch, { recursive: true });
