import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { AreaDrop } from '../../../scenarios/content/index.ts';
import { recordLeaflet, saveAreas, type Area, type DropArea } from '../../../store/area-drops.ts';
import type { Store } from '../../../store/connect.ts';
import type { Prepress } from '../prepress/index.ts';
import { writeAtomically } from '../write-atomically.ts';
import { renderLeaflet } from './render-leaflet.ts';

export interface DropOptions {
  readonly campaignId: string;
  readonly areas: readonly Area[];
  readonly drop: AreaDrop;
  /** The tracker's address, as people see it, without a slash at the end. */
  readonly publicUrl: string;
  /** Folder for files; the drop's lie in `<out>/<campaign>/drop`. */
  readonly out: string;
  /** When it was made, as the files say: the campaign's launch, so that a drop made again is the same. */
  readonly at: Date;
  readonly prepress?: Prepress;
}

export interface MadeDrop {
  readonly areas: readonly DropArea[];
  readonly folder: string;
  readonly manifest: string;
  /** Leaflets to print in all. */
  readonly quantity: number;
}

/** The columns of a drop's manifest, one row an area: what the printer prints how often, and where it is dropped. */
const COLUMNS = ['area', 'name', 'code', 'households', 'quantity', 'file', 'sha256', 'url', 'format', 'pages'] as const;

/**
 * Makes a drop's files: a PDF for each area, with the area's code, and a manifest. Made again it keeps the codes, which may be in print already.
 *
 * @throws UnprintableError when a leaflet's text does not fit; nothing is recorded for that area.
 */
export async function makeDrop(store: Store, { campaignId, areas, drop, publicUrl, out, at, prepress = {} }: DropOptions): Promise<MadeDrop> {
  const coded = await saveAreas(store, campaignId, areas);
  const folder = join(out, campaignId, 'drop');
  const rows = [];
  for (const { code, area, name, households, quantity } of coded) {
    const url = `${publicUrl}/a/${code}`;
    const pdf = await renderLeaflet({ title: `${campaignId}: ${name}`, content: drop.leaflet({ code, name }), url, at, prepress });
    const file = `${area}.pdf`;
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    await writeAtomically(join(folder, file), pdf);
    await recordLeaflet(store, { code, file, sha256 });
    rows.push([area, name, code, households, quantity, file, sha256, url, 'a6-leaflet', 2]);
  }
  const manifest = join(folder, 'manifest.csv');
  await writeAtomically(manifest, stringify([COLUMNS, ...rows], { record_delimiter: 'windows' }));
  return { areas: coded, folder, manifest, quantity: coded.reduce((sum, { quantity }) => sum + quantity, 0) };
}
