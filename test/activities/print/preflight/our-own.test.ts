import { describe, expect, jest, test } from '@jest/globals';
import { Layer } from '../../../../activities/print/layer.ts';
import { CARD } from '../../../../activities/print/measures.ts';
import { preflight } from '../../../../activities/print/preflight/index.ts';
import { iccProfile, openOutput } from '../../../../activities/print/prepress/index.ts';
import { openPrintDocument } from '../../../../activities/print/print-document.ts';
import { renderPrintRun } from '../../../../activities/print/render-print-run.ts';
import { openTypefaces } from '../../../../activities/print/typeface.ts';
import { inventedProfile } from '../prepress/invented-profile.ts';
import { samplePieces } from '../sample-pieces.ts';
import { buildPdf } from './build-pdf.ts';

const AT = new Date('2027-03-01T17:00:00Z');
const A6 = { name: 'a6-postcard', sheet: CARD };

describe('what we make', () => {
  test('gives a printer nothing to call about; without the printer’s profile the preflight says which condition is named', async () => {
    const { pdf, fronts } = await renderPrintRun({ title: 'spring', pieces: samplePieces(9), at: AT });
    for (const file of [pdf, fronts!]) {
      const { findings, ...report } = await preflight(file, { format: A6 });
      expect(findings.map(({ severity, code, message }) => [severity, code, message])).toEqual([['note', 'output-profile-missing', 'The colours are meant for FOGRA51, whose profile is not in the file (PDF/X-4p): its checksum is not checked.']]);
      expect(report).toMatchObject({ claims: 'PDF/X-4p', version: '1.6', trim: { width: 148, height: 105 }, output: { identifier: 'FOGRA51' } });
      expect(report.pagesFollowed).toBe(report.pages);
    }
  });

  test('with crop marks and profile gives not even a note', async () => {
    const output = openOutput({ profile: iccProfile(inventedProfile()) });
    const { pdf, fronts } = await renderPrintRun({ title: 'spring', pieces: samplePieces(9), at: AT, prepress: { cropMarks: true, output } });
    for (const file of [pdf, fronts!]) {
      const { findings, output: said, claims } = await preflight(file, { format: A6 });
      expect(findings).toEqual([]);
      expect([claims, said]).toEqual(['PDF/X-4', { identifier: 'FOGRA52', profile: 'Parcours test press (FOGRA52)' }]);
    }
  });

  test('is looked over before it is saved: what a printer would refuse is not written', async () => {
    const document = await openPrintDocument({ title: 'spring', at: AT, faces: openTypefaces() });
    const image = document.pdf.context.register(document.pdf.context.stream(Buffer.alloc(300), { Subtype: 'Image', Width: 10, Height: 10, ColorSpace: 'DeviceRGB', BitsPerComponent: 8 }));
    const layer = new Layer(CARD).form('Photo');
    jest.spyOn(layer, 'operators').mockReturnValue('q 200 0 0 200 60 60 cm /Photo Do Q');
    document.page(layer, { Photo: image });
    await expect(document.save()).rejects.toMatchObject({
      type: 'PreflightFailed',
      message: "Expected 'spring' to pass the preflight, got:\nrgb-colour on page 1: Expected CMYK, gray or a spot ink, got DeviceRGB for an image.\nMend the design; docs/preflight.md explains the codes.",
    });
  });
});

describe('a file that says it is PDF/X-4', () => {
  const xmp = (fields: Record<string, string>) => ({ dict: '/Type /Metadata /Subtype /XML', bytes: Object.entries(fields).map(([key, value]) => (key === 'dc:title' ? `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${value}</rdf:li></rdf:Alt></dc:title>` : `<${key}>${value}</${key}>`)).join('\n') });
  const FIELDS = { 'pdfxid:GTS_PDFXVersion': 'PDF/X-4', 'pdf:Trapped': 'False', 'pdf:Producer': 'Layout', 'xmp:CreateDate': '2027-03-01T18:00:00+01:00', 'xmp:ModifyDate': '2027-03-01T17:00:00Z', 'xmp:MetadataDate': '2027-03-01T17:00:00Z', 'xmpMM:DocumentID': 'uuid:1', 'xmpMM:VersionID': '1', 'xmpMM:RenditionClass': 'default', 'dc:title': 'Card &amp; co' };
  const INFO = "<< /Trapped /False /Title (Card & co) /Producer (Layout) /CreationDate (D:20270301170000Z) /ModDate (D:20270301180000+01'00') >>";
  const INTENT = '<< /S /GTS_PDFX /OutputConditionIdentifier (FOGRA52) /DestOutputProfile 102 0 R >>';
  interface Parts {
    fields?: Record<string, string>;
    info?: string;
    intents?: string;
    profile?: { dict: string; bytes: Buffer };
    id?: string;
    version?: string;
  }
  const findingsOf = async ({ fields = FIELDS, info = INFO, intents = INTENT, profile = { dict: '/N 4', bytes: inventedProfile() }, id = '/ID [<00> <00>]', version = '1.6' }: Parts): Promise<string[]> => {
    const file = buildPdf({ version, objects: [xmp(fields), info, profile], catalog: `/Metadata 100 0 R /OutputIntents [${intents}]`, trailer: `/Info 101 0 R ${id}` });
    return (await preflight(file, { format: A6 })).findings.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
  };

  test('and has all that is checked of it', async () => {
    expect(await findingsOf({})).toEqual([]);
  });

  test.each<[string, Parts, string]>([
    ['of a later PDF', { version: '1.7' }, 'warning pdf-version: Expected PDF 1.6 or less, got 1.7.'],
    ['without a file ID', { id: '' }, 'error pdfx-key: Expected the file ID of PDF/X-4, got none.'],
    ['that does not say whether it is trapped', { info: INFO.replace('/Trapped /False', '') }, 'error pdfx-key: Expected Trapped as True or False in the document information of PDF/X-4, got none.'],
    ['without a document ID', { fields: { ...FIELDS, 'xmpMM:DocumentID': '' } }, 'error pdfx-key: Expected DocumentID in the XMP metadata of PDF/X-4, got none.'],
    ['with two titles', { info: INFO.replace('Card &', 'Letter &') }, 'error pdfx-key: Expected Title to be the same in the document information and the XMP metadata of PDF/X-4, got two that differ.'],
    ['with two dates', { info: INFO.replace('20270301170000', '20270301170001') }, 'error pdfx-key: Expected CreationDate to be the same in the document information and the XMP metadata of PDF/X-4, got two that differ.'],
    ['without an output intent', { intents: '' }, 'error output-intent-missing: The file does not say which printing condition its colours are meant for.'],
    ['with two output intents', { intents: INTENT + INTENT }, 'error pdfx-key: Expected one output intent, got 2.'],
    ['without its profile', { intents: INTENT.replace('/DestOutputProfile 102 0 R', '') }, 'error pdfx-key: Expected PDF/X-4 to hold the profile of its output intent, got none.'],
    ['with a screen’s profile', { profile: { dict: '/N 3', bytes: inventedProfile({ deviceClass: 'mntr', space: 'RGB ' }) } }, "error output-profile-broken: Expected the profile in the output intent to be the profile of an output device (class 'prtr'), got class 'mntr'."],
    ['with a profile that says another number of inks', { profile: { dict: '/N 3', bytes: inventedProfile() } }, "error output-profile-broken: Expected the output intent's profile to be marked as one of 4 inks, got 3."],
  ])('%s', async (_, parts, finding) => {
    expect(await findingsOf(parts)).toContain(finding);
  });

  test('is only believed in what was checked: other parts of the standard are not', async () => {
    expect(await findingsOf({ fields: { ...FIELDS, 'pdfxid:GTS_PDFXVersion': 'PDF/X-1a:2003' } })).toContain('note pdfx-not-claimed: The file says that it is PDF/X-1a:2003; of that only what is listed here was checked.');
  });
});
