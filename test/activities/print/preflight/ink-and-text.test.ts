import { describe, expect, test } from '@jest/globals';
import { findingsOf, findingsOn } from './findings-of.ts';

const AREA = '60 60 100 50 re f';
const FONT = '/Font << /F << /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Sans /FirstChar 32 /Widths [300] /FontDescriptor << /FontFile2 100 0 R >> >> >>';
const FONT_FILE = [{ dict: '', bytes: 'a font' }];
const text = (ink: string, size = 9, x = 60, y = 100): string => `BT ${ink} /F ${size} Tf ${x} ${y} Td (Bonjour Madame) Tj ET`;
const findingsOnText = (content: string) => findingsOn(content, { resources: FONT, objects: FONT_FILE });

describe('colours', () => {
  test.each([
    ['0.1 0.9 0.8 0 k', []],
    ['0.4 g', []],
    ['1 0 0 rg', ['error rgb-colour: Expected CMYK, gray or a spot ink, got DeviceRGB for an area.']],
    ['/Lab cs 50 20 10 sc', ['warning screen-profile-colour: Expected CMYK, gray or a spot ink, got Lab for an area.']],
    ['/Icc3 cs 1 0 0 sc', ['warning screen-profile-colour: Expected CMYK, gray or a spot ink, got RGB with a profile for an area.']],
    ['/Icc4 cs 1 0 0 0 sc', []],
    ['/Gold cs 1 scn', ['note spot-colour: The page needs an extra ink: HKS 98.']],
    ['/Duo cs 1 0.5 scn', ['note spot-colour: The page needs an extra ink: Lack.']],
    ['/Missing cs 1 0 0 sc', ['warning unknown-colour-space: Expected CMYK, gray or a spot ink, got Missing for an area.']],
  ])('%s', async (ink, expected) => {
    const tint = '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 1 0] /N 1 >>';
    const resources = `/ColorSpace << /Lab [/Lab << /WhitePoint [0.96 1 0.82] >>] /Icc3 [/ICCBased 100 0 R] /Icc4 [/ICCBased 101 0 R] /Gold [/Separation /HKS#2098 /DeviceCMYK ${tint}] /Duo [/DeviceN [/Black /Lack] /DeviceCMYK ${tint}] >>`;
    const objects = [{ dict: '/N 3', bytes: '' }, { dict: '/N 4', bytes: '' }];
    expect(await findingsOn(`${ink} ${AREA}`, { resources, objects })).toEqual(expected);
  });

  test('are found in forms, patterns, gradients and images as well', async () => {
    const rgb = (what: string): string => `error rgb-colour: Expected CMYK, gray or a spot ink, got DeviceRGB for ${what}.`;
    const form = { dict: '/Subtype /Form /BBox [0 0 500 500] /Matrix [1 0 0 1 10 10] /Resources << >>', bytes: `0 0 1 rg ${AREA}` };
    expect(await findingsOn('/A Do', { resources: '/XObject << /A 100 0 R >>', objects: [form] })).toEqual([rgb('an area')]);
    const tile = { dict: '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>', bytes: '1 0 0 RG 1 w 0 0 m 9 9 l S' };
    expect(await findingsOn(`/Pattern cs /P scn 0 0 200 200 re f`, { resources: '/Pattern << /P 100 0 R >>', objects: [tile] })).toEqual([rgb('a line')]);
    const shading = '<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 1] >>';
    expect(await findingsOn(`q ${AREA.replace('f', 'W n')} /S sh Q`, { resources: `/Shading << /S ${shading} >>` })).toEqual([rgb('a gradient')]);
    expect(await findingsOn(`/Pattern cs /P scn ${AREA}`, { resources: `/Pattern << /P << /PatternType 2 /Shading ${shading} >> >>` })).toEqual([rgb('a gradient')]);
    expect(await findingsOn('q 20 0 0 20 60 60 cm BI /W 100 /H 100 /BPC 8 /CS /RGB ID xxxxxEI yEI\nEI Q 0 g')).toEqual([rgb('an image')]);
  });

  test('are known by the ink that they lay down', async () => {
    expect(await findingsOn(`0.9 0.8 0.8 0.9 k ${AREA}`)).toEqual(['warning ink-coverage: Expected at most 300 % of ink, got 340 % for an area.']);
    expect(await findingsOf({ pages: [{ content: `0.9 0.8 0.8 0.9 k ${AREA}` }] }, { inkLimit: 350 })).toEqual([]);
  });
});

describe('text', () => {
  test('in black alone, inside the page, with its font in the file, is as it should be', async () => {
    expect(await findingsOnText(text('0 0 0 1 k'))).toEqual([]);
    expect(await findingsOnText(text('0 g'))).toEqual([]);
  });

  test('in rich black, while it is small', async () => {
    expect(await findingsOnText(text('0.6 0.4 0.4 1 k'))).toEqual(['warning rich-black-text: Expected black text under 14 pt in K alone, got C 60 M 40 Y 40 K 100 at 9 pt.']);
    expect(await findingsOnText(text('0.6 0.4 0.4 1 k', 24))).toEqual([]);
    expect(await findingsOnText(text('0 1 1 0 k'))).toEqual([]);
    expect(await findingsOnText(text('0.3 1 1 0 k', 4.5))).toEqual(['warning small-text-inks: Expected text under 6 pt in one ink or two, got C 30 M 100 Y 100 at 4.5 pt.']);
  });

  test('has the size at which it is placed', async () => {
    expect(await findingsOnText(`q 0.5 0 0 0.5 0 0 cm ${text('0.6 0.4 0.4 1 k', 24, 120, 200)} Q`)).toEqual(['warning rich-black-text: Expected black text under 14 pt in K alone, got C 60 M 40 Y 40 K 100 at 12 pt.']);
  });

  test('whose font is not in the file, or is a drawing', async () => {
    const helvetica = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
    expect(await findingsOn(text('0 g'), { resources: helvetica })).toEqual(['error font-not-embedded: Expected every font in the file, got Helvetica without it.']);
    const composite = '/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /Kozuka /DescendantFonts [<< /W [0 [500 600] 10 20 700] /FontDescriptor << >> >>] >> >>';
    expect(await findingsOn(text('0 g'), { resources: composite })).toEqual(['error font-not-embedded: Expected every font in the file, got Kozuka without it.']);
    const drawn = '/Font << /F << /Type /Font /Subtype /Type3 /Name /Hand /FontMatrix [0.001 0 0 0.001 0 0] >> >>';
    expect(await findingsOn(text('0 g'), { resources: drawn })).toEqual(['warning type3-font: Expected TrueType or OpenType, got the Type 3 font Hand.']);
    expect(await findingsOn(text('0 g'))).toEqual(['error font-not-embedded: Expected text in a font of the page, got text without one.']);
  });

  test('that is not used is not asked for its font', async () => {
    expect(await findingsOn(AREA, { resources: '/Font << /F << /Subtype /Type1 /BaseFont /Helvetica >> >>' })).toEqual([]);
  });

  test('close to the cut, over it, and outside', async () => {
    expect(await findingsOnText(text('0 g', 9, 12))).toEqual(['warning text-near-trim: Expected text 3 mm from the trim or more, got text at 1.2 mm.']);
    expect(await findingsOnText(text('0 g', 9, 5))).toEqual(['warning text-outside-trim: Expected text within the trim, got text that reaches 1.2 mm beyond it.']);
    const entries = { MediaBox: '[-100 -100 900 900]' };
    expect(await findingsOn(text('0 g', 9, 60, 600), { resources: FONT, objects: FONT_FILE, entries })).toEqual(['note text-outside-trim: There is text outside the page and its bleed.']);
  });

  test('a line is measured to its end, with its own widths', async () => {
    // 31 letters of 0.5 of the size and 2 spaces of 0.3, less 0.25: 142.65 pt at 9 pt; the trim is at 428 pt.
    const line = 'BT 0 g /F 9 Tf 270 100 Td [(Bonjour) 250 (Madame,votre chaudière abc)] TJ ET';
    expect(await findingsOnText(line)).toEqual([]);
    expect(await findingsOnText(line.replace('270', '280'))).toEqual(['warning text-near-trim: Expected text 3 mm from the trim or more, got text at 1.9 mm.']);
  });

  test('that nobody sees', async () => {
    expect(await findingsOnText(`BT 3 Tr /F 9 Tf 60 100 Td (hidden) Tj ET`)).toEqual(['note invisible-text: There is text that is neither filled nor outlined, in ABCDEF+Sans.']);
  });
});

describe('lines', () => {
  test.each([
    ['0.1 w 60 60 m 90 60 l S', '0.1 pt'],
    ['0 w 60 60 m 90 60 l S', 'the thinnest that the device can draw'],
    ['q 0.1 0 0 0.1 0 0 cm 1 w 600 600 m 900 600 l S Q', '0.1 pt'],
    ['0 0 0 1 k 60 60 90 0.2 re f', '0.2 pt'],
  ])('%s is too thin', async (content, width) => {
    expect(await findingsOn(content)).toEqual([`warning hairline: Expected lines of 0.25 pt or more, got ${width}.`]);
  });

  test('of a quarter of a point are as they should be', async () => {
    expect(await findingsOn('0.25 w 60 60 m 90 60 l S /G gs 80 80 m 90 80 l S', { resources: '/ExtGState << /G << /LW 1 >> >>' })).toEqual([]);
  });
});
