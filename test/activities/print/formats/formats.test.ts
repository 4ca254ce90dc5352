import { describe, expect, test } from '@jest/globals';
import { addressBlock } from '../../../../activities/print/address/index.ts';
import { FORMATS, safeBox, visibleThrough, type MailpieceFormat } from '../../../../activities/print/formats/index.ts';
import type { Box } from '../../../../activities/print/shapes.ts';
import { address } from '../../../../scenarios/content/design-fields.ts';
import { design, fill, type DesignPage } from '../../../../scenarios/content/design.ts';
import { inspectPdf } from '../pdf-inspection.ts';
import { designed, render } from '../designs/designed.ts';

const formats = Object.values(FORMATS);
const named = formats.map((format) => [format.name, format] as const);
const isIn = (inner: Box, outer: Box): boolean => inner.x >= outer.x - 1e-6 && inner.y >= outer.y - 1e-6 && inner.x + inner.width <= outer.x + outer.width + 1e-6 && inner.y + inner.height <= outer.y + outer.height + 1e-6;
const MM = 72 / 25.4;

describe('the table of formats', () => {
  test.each(named)('%s agrees with itself', (name, format) => {
    const { sheet, address: zone, kept, folds, pages, addressPage, sources, qrModule } = format;
    expect(format.name).toBe(name);
    const page = { x: 0, y: 0, width: sheet.width, height: sheet.height };
    for (const { box } of kept) expect(isIn(box, page)).toBe(true);
    expect(isIn(zone.box, safeBox(format))).toBe(true);
    expect(zone.box.height).toBeGreaterThanOrEqual(5 * zone.leading);
    expect(zone.least).toBeGreaterThanOrEqual(7.5);
    expect(addressPage).toBeLessThanOrEqual(pages.most);
    for (const fold of folds) expect(fold > 0 && fold < sheet.height).toBe(true);
    expect(folds.every((fold) => fold <= zone.box.y || fold >= zone.box.y + zone.box.height)).toBe(true);
    expect(qrModule).toBeGreaterThanOrEqual(0.5);
    for (const source of Object.values(sources)) expect(source.length).toBeGreaterThan(3);
  });

  test('what we print an address on keeps it clear of what the post keeps', () => {
    for (const { address: zone, kept, kind } of formats.filter((format) => format.address.by === 'us' && format.kind !== 'letter')) {
      for (const { box } of kept) expect({ kind, apart: zone.box.y + zone.box.height <= box.y || zone.box.y >= box.y + box.height }).toEqual({ kind, apart: true });
    }
  });
});

test.each(named)('%s prints on its own sheet', async (name, format) => {
  const { sheet, pages, addressPage } = format;
  const addressed: DesignPage = format.address.by === 'us' ? { fields: { to: address() } } : {};
  const content = fill(design({ format: name, pages: Array.from({ length: pages.least }, (_, index): DesignPage => (index + 1 === addressPage ? addressed : {})) }), {} as never);
  const { pdf, unprintable } = await render([designed(content)]);
  expect(unprintable).toEqual([]);
  const round = (value: number) => expect.closeTo(value, 1);
  expect((await inspectPdf(pdf)).pages.at(-1)!.trimBox).toEqual([round(sheet.bleed), round(sheet.bleed), round(sheet.width), round(sheet.height)]);
});

describe('a window envelope', () => {
  const letters = formats.filter((format): format is MailpieceFormat & { envelope: object } => format.envelope !== undefined).map((format) => [format.name, format] as const);

  test.each(letters)('shows the whole address of %s wherever the sheet lies in it', (_, { envelope, sheet, address: zone }) => {
    const { window, packet } = envelope;
    for (const right of [0, 0.5, 1]) {
      for (const down of [0, 0.5, 1]) {
        // The window in the sheet's millimetres, for a sheet that has slid so far.
        const seen = { ...window, x: window.x - right * (envelope.width - sheet.width), y: window.y - down * (envelope.height - packet.height) + packet.top };
        expect(isIn(zone.box, seen)).toBe(true);
        if (zone.above) expect(isIn(zone.above, seen)).toBe(true);
      }
    }
  });

  test.each(letters)('is as large as the sheet’s play lets be said of %s, and lies on the panel that shows', (_, { envelope, sheet, folds }) => {
    const { always, ever } = visibleThrough(envelope, sheet);
    expect(isIn(always, ever)).toBe(true);
    expect(envelope.packet.height).toBe(folds.length === 1 ? folds[0] : Math.max(folds[0]!, folds[1]! - folds[0]!, sheet.height - folds[1]!));
    expect(ever.y + ever.height).toBeLessThanOrEqual(folds[0]! + 1e-6);
  });

  const longest = { title: 'Mme', firstName: 'Éléonore', lastName: 'de La Rochefoucauld-Beaulieu', addressLine: '128 ter boulevard du Maréchal de Lattre de Tassigny', addressComplement: 'Résidence Les Hauts de la Forge, escalier 2, appartement 41', postcode: '00520', city: 'Saint-Hippolyte-sur-Champorain', country: 'FR', company: 'Chaufferie Élan & Cie', email: null };

  test.each(letters)('has room for six lines of %s, as drawn, accents included', async (name, { envelope, sheet }) => {
    expect(addressBlock(longest).lines).toHaveLength(6);
    const content = fill(design({ format: name, pages: [{ fields: { to: address() } }] }), {});
    const { pdf, unprintable } = await render([{ ...designed(content as never), address: longest }]);
    expect(unprintable).toEqual([]);
    const { operators } = await inspectPdf(pdf);
    const texts = [...operators.join('\n').matchAll(/1 0 0 1 ([\d.]+) ([\d.]+) Tm\n\/F\d ([\d.]+) Tf/g)].map(([, x, y, size]) => ({ x: Number(x) / MM - 3, baseline: sheet.height + 3 - Number(y) / MM, size: Number(size) }));
    expect(texts).toHaveLength(6);
    const { always } = visibleThrough(envelope, sheet);
    for (const { x, baseline, size } of texts) {
      // An accent over a capital, and the tail of a Q.
      const [top, foot] = [baseline - (0.94 * size) / MM, baseline + (0.06 * size) / MM];
      expect({ x: x >= always.x, top: top >= always.y, foot: foot <= always.y + always.height }).toEqual({ x: true, top: true, foot: true });
    }
  });
});
