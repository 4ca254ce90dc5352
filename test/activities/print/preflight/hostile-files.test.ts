import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { preflight } from '../../../../activities/print/preflight/index.ts';
import { buildPdf, packed } from './build-pdf.ts';
import { findingsOf } from './findings-of.ts';

const good = buildPdf();
const codesOf = async (file: Uint8Array): Promise<string[]> => (await preflight(file)).findings.map(({ code }) => code);

describe('a file that is broken', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'error not-a-pdf: Expected a PDF, got an empty file.'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'error not-a-pdf: Expected a PDF, got a file that does not begin as one.'],
    ['a header alone', Buffer.from('%PDF-1.6\n'), 'error not-a-pdf: Expected a PDF with a catalogue of its pages, got none.'],
    ['noise after a header', Buffer.concat([Buffer.from('%PDF-1.6\n'), deflateSync(Buffer.alloc(200_000, 'a1 0 obj <<')), Buffer.alloc(5_000, '1 0 obj [<< (')]), 'error not-a-pdf: Expected a PDF with a catalogue of its pages, got none.'],
    ['no pages', buildPdf({ pages: [] }), 'error broken-file: Expected a file with pages, got none.'],
    ['a page without a size', buildPdf({ pages: [{ entries: { MediaBox: '' } }] }), 'error broken-file: Expected a page with a size (MediaBox), got one without.'],
  ])('%s, is an error and not a crash', async (_, file, finding) => {
    expect(await findingsOf(file)).toContain(finding);
  });

  test('in its list of objects is read nevertheless, and says so', async () => {
    const cut = good.subarray(0, good.indexOf('xref'));
    expect(await findingsOf(cut)).toEqual(['warning rebuilt-file: Expected a file that says where its objects are, got one whose list of them is broken.']);
    const wrong = Buffer.from(good.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1');
    expect(await codesOf(wrong)).toContain('rebuilt-file');
    // The list leads somewhere else for one object only.
    const shifted = Buffer.from(good.toString('latin1').replace(/(?<=\n2 1\n)\d{10}/, '0000000020'), 'latin1');
    expect(await codesOf(shifted)).toContain('rebuilt-file');
  });

  test('cut off at any byte never throws, and is never called good', async () => {
    for (let length = 0; length < good.length - 30; length += 13) {
      const { counts } = await preflight(good.subarray(0, length));
      expect(counts.error + counts.warning).toBeGreaterThan(0);
    }
  });

  test('with a byte changed anywhere never throws', async () => {
    for (let at = 0; at < good.length; at += 3) {
      const changed = Buffer.from(good);
      changed[at] = (changed[at]! + 97) % 256;
      await expect(preflight(changed)).resolves.toHaveProperty('findings');
    }
  });

  test('or encrypted is not looked into', async () => {
    const { findings, pages } = await preflight(buildPdf({ trailer: '/Encrypt << /Filter /Standard >>' }));
    expect(pages).toBe(0);
    expect(findings).toMatchObject([{ code: 'encrypted', severity: 'error' }]);
  });
});

describe('a file that is made to do harm', () => {
  test('inflates to nothing large: a bomb is named', async () => {
    const bomb = packed(Buffer.alloc(80 * 1024 ** 2));
    expect(bomb.bytes.length).toBeLessThan(100_000);
    const file = buildPdf({ objects: [bomb], pages: [{ entries: { Contents: '100 0 R' } }] });
    const before = process.memoryUsage().rss;
    expect(await findingsOf(file)).toContain('error decompression-bomb: Expected a stream that inflates to at most 64 MB, got a larger one.');
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 ** 2);
  });

  test('a bomb within a bomb, and one of run lengths', async () => {
    const twice = { dict: '/Filter [/FlateDecode /FlateDecode]', bytes: deflateSync(deflateSync(Buffer.alloc(200 * 1024 ** 2))) };
    const runs = { dict: '/Filter [/FlateDecode /RunLengthDecode]', bytes: deflateSync(Buffer.alloc(2 * 1024 ** 2, Buffer.from([129, 0]))) };
    for (const object of [twice, runs]) expect(await codesOf(buildPdf({ objects: [object], pages: [{ entries: { Contents: '100 0 R' } }] }))).toContain('decompression-bomb');
  });

  test('many streams that are each within the limit are stopped together', async () => {
    const page = { entries: { Contents: '[100 0 R 100 0 R 100 0 R 100 0 R 100 0 R]' } };
    const { findings, pages, pagesFollowed } = await preflight(buildPdf({ objects: [packed(Buffer.alloc(1024 ** 2, ' '))], pages: [page, page, page] }), { limits: { inflatedBytes: 7 * 1024 ** 2 } });
    expect(findings.map(({ code }) => code)).toContain('decompression-bomb');
    expect([pages, pagesFollowed]).toEqual([3, 1]);
  });

  test('a tree of pages that leads back into itself', async () => {
    const circle = Buffer.from(good.toString('latin1').replace('/Kids [1000 0 R]', '/Kids [2 0 R]   '), 'latin1');
    expect(await findingsOf(circle)).toContain('error broken-file: Expected a tree of pages, got one that leads back into itself.');
  });

  test('a tree that branches without end', async () => {
    // Each node has the next one twice: 2 to the power of 40 leaves.
    const objects = Array.from({ length: 40 }, (_, index) => `<< /Type /Pages /Kids [${101 + index} 0 R ${101 + index} 0 R] >>`);
    const file = Buffer.from(buildPdf({ objects: [...objects, '<< /Type /Pages /Kids [] >>'] }).toString('latin1').replace('/Pages 2 0 R', '/Pages 100 0 R').replace(/startxref\n\d+/, 'startxref\n1'), 'latin1');
    expect((await preflight(file, { limits: { pages: 1_000 } })).findings.map(({ code }) => code)).toContain('too-complex');
  });

  test('forms that show themselves, and forms that show each other twice as often at each step', async () => {
    const self = { dict: '/Subtype /Form /BBox [0 0 400 300] /Resources << /XObject << /A 100 0 R >> >>', bytes: '/A Do' };
    expect(await codesOf(buildPdf({ objects: [self], pages: [{ content: '/A Do', resources: '/XObject << /A 100 0 R >>' }] }))).toContain('unreadable-content');
    const doubling = Array.from({ length: 20 }, (_, index) => ({ dict: `/Subtype /Form /BBox [0 0 400 300] /Resources << /XObject << /A ${101 + index} 0 R >> >>`, bytes: '/A Do 1 0 0 1 0.1 0 cm /A Do' }));
    const last = { dict: '/Subtype /Form /BBox [0 0 400 300] /Resources << >>', bytes: '0 0 0 1 k 9 9 9 9 re f' };
    const { findings } = await preflight(buildPdf({ objects: [...doubling, last], pages: [{ content: '/A Do', resources: '/XObject << /A 100 0 R >>' }] }), { limits: { operators: 50_000 } });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'too-complex', message: 'Expected at most 50000 drawing instructions, got more.' }));
  });

  test('objects that refer to themselves, and values nested a million deep', async () => {
    expect(await codesOf(buildPdf({ objects: ['100 0 R', '102 0 R', '101 0 R'], pages: [{ entries: { Contents: '100 0 R', Resources: '101 0 R' } }] }))).not.toContain('broken-file');
    expect(await codesOf(buildPdf({ objects: ['['.repeat(1_000_000)], pages: [{ entries: { Contents: '100 0 R' } }] }))).toContain('broken-file');
    expect(await codesOf(buildPdf({ pages: [{ content: '['.repeat(100_000) }] }))).toContain('broken-file');
  });

  test('content that is noise', async () => {
    const noise = Array.from({ length: 5_000 }, (_, index) => ['q', 'cm', 'Tj', 'TJ', 'BI ID', '(', '<<', '/Name', '-', 'k', 'scn', 'Do', 'gs', '1e999', 're', ']'][(index * index * 7) % 16]).join(' ');
    const { pagesFollowed } = await preflight(buildPdf({ pages: [{ content: noise }, { content: '0 0 0 1 k 0 0 10 10 re f' }] }));
    expect(pagesFollowed).toBe(2);
  });
});

describe('a file that is large', () => {
  test('of 100,000 pages is looked at page by page, and its findings stay few', async () => {
    // One page object, a hundred thousand times.
    const one = buildPdf({ pages: [{ bleed: 0 }], trailer: '/Info 99 0 R' }).toString('latin1');
    const file = Buffer.from(one.replace('/Count 1 /Kids [1000 0 R]', `/Count 100000 /Kids [${'1000 0 R '.repeat(100_000)}]`), 'latin1');
    const { pages, pagesFollowed, findings } = await preflight(file, { samplePages: 10 });
    expect(pages).toBe(100_000);
    expect(pagesFollowed).toBeLessThanOrEqual(12);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'bleed-too-small', pages: [[1, 100_000]], times: 100_000 }));
    expect(findings.find(({ code }) => code === 'not-followed')?.message).toMatch(/^What is drawn was followed on 1\d of 100000 pages/);
  });

  test('with a thousand different faults of a kind tells five and counts the others', async () => {
    const content = Array.from({ length: 1_000 }, (_, index) => `${0.76 + index / 10_000} 1 1 0.9 k 20 20 30 30 re f`).join('\n');
    const { findings, untold } = await preflight(buildPdf({ pages: [{ content }] }));
    expect(findings.filter(({ code }) => code === 'ink-coverage')).toHaveLength(5);
    expect(untold['ink-coverage']).toBeGreaterThan(500);
  });
});
