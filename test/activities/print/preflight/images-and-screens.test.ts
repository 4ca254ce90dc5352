import { describe, expect, test } from '@jest/globals';
import { findingsOf, findingsOn } from './findings-of.ts';

const image = (dict: string) => ({ resources: '/XObject << /I 100 0 R >>', objects: [{ dict: `/Subtype /Image ${dict}`, bytes: '' }] });
/** A picture that is placed two inches wide and one inch high. */
const PLACED = 'q 144 0 0 72 60 60 cm /I Do Q';

describe('an image', () => {
  test.each([
    ['600 ppi', '/Width 1200 /Height 600 /BitsPerComponent 8 /ColorSpace /DeviceCMYK', []],
    ['200 ppi is soft', '/Width 400 /Height 200 /BitsPerComponent 8 /ColorSpace /DeviceCMYK', ['warning image-resolution: Expected images at 225 ppi or more, got 200 ppi (400 × 200 pixels).']],
    ['100 ppi is coarse', '/Width 200 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray', ['error image-resolution: Expected images at 225 ppi or more, got 100 ppi (200 × 100 pixels).']],
    ['the worse of its two directions counts', '/Width 1200 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray', ['error image-resolution: Expected images at 225 ppi or more, got 100 ppi (1200 × 100 pixels).']],
    ['a fax', '/Width 400 /Height 200 /BitsPerComponent 1 /ColorSpace /DeviceGray', ['warning line-art-resolution: Expected black and white images at 550 ppi or more, got 200 ppi (400 × 200 pixels).']],
    ['200 megapixels', '/Width 20000 /Height 10000 /BitsPerComponent 8 /ColorSpace /DeviceCMYK', ['warning image-too-large: Expected images of at most 100 megapixels, got 200 (20000 × 10000).']],
    ['screen colours in a palette', '/Width 1200 /Height 600 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>]', ['error rgb-colour: Expected CMYK, gray or a spot ink, got DeviceRGB for an image.']],
    ['soft edges', '/Width 1200 /Height 600 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /SMask 100 0 R', ['note transparency: The page lets the ground show through: an image with a soft mask.']],
    ['a place holder', '/Width 1200 /Height 600 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /OPI << >>', ['error opi: Expected everything drawn in the page, got a place holder for an image that lies elsewhere (OPI).']],
  ])('%s', async (_, dict, expected) => {
    expect(await findingsOn(PLACED, image(dict))).toEqual(expected);
  });

  test('is judged as it is placed: turned, or small as an ornament', async () => {
    const dict = '/Width 200 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceCMYK';
    expect(await findingsOn('q 0 144 -72 0 200 60 cm /I Do Q', image(dict))).toEqual(['error image-resolution: Expected images at 225 ppi or more, got 100 ppi (200 × 100 pixels).']);
    expect(await findingsOn('q 8 0 0 4 60 60 cm /I Do Q', image('/Width 10 /Height 5 /BitsPerComponent 8 /ColorSpace /DeviceCMYK'))).toEqual([]);
  });
});

describe('what is for screens', () => {
  test.each([
    ['scripts', { catalog: '/Names << /JavaScript << >> >>' }, ['error javascript: Expected a file that only lies there, got one that runs scripts or actions.']],
    ['a script at opening', { catalog: '/OpenAction << /S /JavaScript /JS (app.alert) >>' }, ['error javascript: Expected a file that only lies there, got one that runs scripts or actions.']],
    ['opening at a page is harmless', { catalog: '/OpenAction [1000 0 R /Fit]' }, []],
    ['attachments', { catalog: '/Names << /EmbeddedFiles << >> >>' }, ['warning attachment: Expected pages alone, got files attached to them.']],
    ['a form', { catalog: '/AcroForm << /Fields [100 0 R] >>', objects: ['<< >>'] }, ['error form-field: Expected a flat page, got a form to fill in.']],
    ['layers', { catalog: '/OCProperties << /OCGs [100 0 R 100 0 R] >>', objects: ['<< >>'] }, ['warning layers: Expected a page without layers that can be switched, got 2.']],
    ['a comment', { pages: [{ entries: { Annots: '[<< /Subtype /Text >>]' } }] }, ['error annotation: Expected a page without annotations, got one of kind Text.']],
    ['a link', { pages: [{ entries: { Annots: '[<< /Subtype /Link /A << /S /URI >> >>]' } }] }, ['warning annotation: Expected a page without annotations, got a link: it does not print.']],
    ['the printer’s own mark', { pages: [{ entries: { Annots: '[<< /Subtype /PrinterMark >>]' } }] }, []],
    ['a later version', { version: '2.0' }, ['warning pdf-version: Expected PDF 1.7 or less, got 2.0.']],
  ])('%s', async (_, file, expected) => {
    expect(await findingsOf(file)).toEqual(expected);
  });

  test('what lets the ground show through is said once a page and kind', async () => {
    const states = '/ExtGState << /A << /ca 0.5 >> /B << /BM /Multiply >> /C << /SMask << /S /Alpha >> >> /D << /BM /Normal /ca 1 >> >>';
    expect(await findingsOn('/A gs /A gs /B gs /C gs /D gs', { resources: states })).toEqual([
      'note transparency: The page lets the ground show through: opacity of 50 %.',
      'note transparency: The page lets the ground show through: blend mode Multiply.',
      'note transparency: The page lets the ground show through: a soft mask.',
    ]);
  });

  test('PostScript, and what lies in other files', async () => {
    const objects = [{ dict: '/Subtype /PS', bytes: '' }, { dict: '/Subtype /Form /BBox [0 0 9 9] /Ref << >> /Resources << >>', bytes: '' }];
    expect(await findingsOn('/A Do /B Do', { resources: '/XObject << /A 100 0 R /B 101 0 R >>', objects })).toEqual([
      'error postscript: Expected everything drawn in the page, got PostScript within the page.',
      'error external-content: Expected everything drawn in the page, got content that lies in another file.',
    ]);
  });
});
