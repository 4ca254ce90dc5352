import { describe, expect, test } from '@jest/globals';
import { preflight } from '../../../../activities/print/preflight/index.ts';
import { buildPdf, packed } from './build-pdf.ts';
import { findingsOf, findingsOn } from './findings-of.ts';

const MM = 72 / 25.4;
const box = (...millimetres: number[]): string => `[${millimetres.map((each) => each * MM).join(' ')}]`;
const page = (entries: Record<string, string>) => ({ pages: [{ entries }] });

describe('a page', () => {
  test('of the format’s size with its bleed is as it should be', async () => {
    expect(await findingsOf({})).toEqual([]);
  });

  test('of another size, or turned', async () => {
    expect(await findingsOf({ pages: [{ trim: [210, 148] }] })).toEqual(['error page-size: Expected the page to be cut to 148 × 105 mm for a6-postcard, got 210 × 148 mm.']);
    expect(await findingsOf({ pages: [{ trim: [105, 148] }] })).toEqual(['warning page-orientation: Expected 148 × 105 mm for a6-postcard, got it turned: 105 × 148 mm.']);
  });

  test('that does not say where it is cut is taken as it is, with no bleed', async () => {
    expect(await findingsOf(page({ TrimBox: '', BleedBox: '', MediaBox: box(0, 0, 154, 111) }))).toEqual([
      'error box-missing: Expected a TrimBox that says where the page is cut, got none.',
      'error page-size: Expected the page to be cut to 148 × 105 mm for a6-postcard, got 154 × 111 mm (no TrimBox: taken from the page itself).',
      'error bleed-too-small: Expected 3 mm of bleed around the trim, got none.',
    ]);
  });

  test('with too little bleed: how much, on each side', async () => {
    expect(await findingsOf({ pages: [{ bleed: 2 }] })).toEqual(['error bleed-too-small: Expected 3 mm of bleed around the trim, got 2 mm all round.']);
    expect(await findingsOf(page({ BleedBox: box(0, 3, 151, 111) }))).toEqual(['error bleed-too-small: Expected 3 mm of bleed around the trim, got 3 mm left, 3 mm above, 0 mm right, 0 mm below.']);
    expect(await findingsOf(buildPdf({ pages: [{ bleed: 2 }] }), { bleed: 2 })).toEqual([]);
  });

  test('whose boxes do not lie within each other', async () => {
    expect(await findingsOf(page({ BleedBox: box(-5, 0, 154, 111) }))).toEqual(['error box-nesting: Expected BleedBox within MediaBox, got one that reaches 5 mm beyond it.']);
    expect(await findingsOf(page({ BleedBox: box(8, 0, 154, 111) }))).toContain('error box-nesting: Expected TrimBox within BleedBox, got one that reaches 5 mm beyond it.');
  });

  test('that is turned, or in units of its own', async () => {
    expect(await findingsOf(page({ Rotate: '90' }))).toEqual(['note page-rotated: The page is turned by 90° when it is shown.']);
    expect(await findingsOf(page({ UserUnit: '2' }))).toEqual(expect.arrayContaining(['error user-unit: Expected pages at 100 %, got UserUnit 2.', expect.stringContaining('got 296 × 210 mm')]));
  });

  test('that inherits its boxes, and of another size than the first', async () => {
    const file = buildPdf({ tree: `/MediaBox ${box(0, 0, 154, 111)}`, pages: [{ entries: { MediaBox: '' } }, { trim: [105, 148] }] });
    expect(await findingsOf(file, {})).toEqual(["warning page-sizes-differ: Expected pages of the first one's size, 148 × 105 mm, got 105 × 148 mm."]);
  });
});

describe('what reaches the edge', () => {
  const area = (x: number, y: number, width: number, height: number, ink = '0.2 0.6 0 0 k'): string => `${ink} ${[x, y, width, height].map((each) => (each * MM).toFixed(3)).join(' ')} re f`;

  test('goes up to the bleed', async () => {
    expect(await findingsOn(area(0, 0, 154, 111))).toEqual([]);
    expect(await findingsOn(area(3, 3, 148, 105))).toEqual(['warning bleed-not-filled: Expected what reaches the left, right, upper and lower edge to go 3 mm beyond it, got an end at the cut.']);
    expect(await findingsOn(area(1.5, 0, 100, 111))).toEqual(['warning bleed-not-filled: Expected what reaches the left edge to go 3 mm beyond it, got 1.5 mm.']);
  });

  test('is no matter where nothing is printed, or far inside, or in an area’s curve', async () => {
    expect(await findingsOn(area(3, 3, 148, 105, '0 0 0 0 k'))).toEqual([]);
    expect(await findingsOn(area(20, 20, 100, 60))).toEqual([]);
    expect(await findingsOn(`0.2 0.6 0 0 k ${3 * MM} 50 m 200 60 210 70 ${3 * MM} 200 c f`)).toEqual([]);
  });

  test('is judged by what a clip leaves of it', async () => {
    const clip = `q ${20 * MM} ${20 * MM} 100 100 re W n ${area(3, 3, 148, 105)} Q`;
    expect(await findingsOn(clip)).toEqual([]);
  });

  test('the printer’s marks outside the bleed are the printer’s', async () => {
    const entries = { MediaBox: box(-10, -10, 164, 121) };
    const objects = ['[/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>]'];
    const marks = (y: number): string => `/All CS 1 SCN 0.1 w 20 ${y * MM} m 40 ${y * MM} l S`;
    const resources = '/ColorSpace << /All 100 0 R >>';
    expect(await findingsOn(marks(-5), { entries, objects, resources })).toEqual([]);
    expect(await findingsOn(marks(50), { entries, objects, resources })).toEqual([
      'error registration-colour: Expected the registration colour (All) outside the page only, got it for a line.',
      'warning ink-coverage: Expected at most 300 % of ink, got 400 % for a line.',
      'warning hairline: Expected lines of 0.25 pt or more, got 0.1 pt.',
    ]);
  });
});

test('a finding says where it is, in millimetres from the trim’s upper left corner', async () => {
  const { findings } = await preflight(buildPdf({ pages: [{}, { content: `1 0 0 rg ${13 * MM} ${(111 - 3 - 20 - 5) * MM} ${30 * MM} ${5 * MM} re f` }] }));
  expect(findings.find(({ code }) => code === 'rgb-colour')).toEqual({
    code: 'rgb-colour',
    severity: 'error',
    message: 'Expected CMYK, gray or a spot ink, got DeviceRGB for an area.',
    advice: 'Convert it to CMYK of the printing condition in the layout program.',
    pages: [[2, 2]],
    place: { x: 10, y: 20, width: 30, height: 5 },
    times: 1,
  });
});

test('contents in several streams, packed and not, are one content', async () => {
  const objects = [packed('q 1 0 0 rg'), { dict: '', bytes: '50 50 30' }, { dict: '/Filter /ASCIIHexDecode', bytes: Buffer.from('30 re f Q').toString('hex') + '>' }];
  expect(await findingsOf({ objects, pages: [{ entries: { Contents: '[100 0 R 101 0 R 102 0 R]' } }] })).toEqual(['error rgb-colour: Expected CMYK, gray or a spot ink, got DeviceRGB for an area.']);
});
