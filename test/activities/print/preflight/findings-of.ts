import { CARD } from '../../../../activities/print/measures.ts';
import { preflight, type PreflightOptions } from '../../../../activities/print/preflight/index.ts';
import { buildPdf, type BuiltPage, type BuiltPdf } from './build-pdf.ts';

/** What a file that claims nothing is always told. */
const ALWAYS = ['pdfx-not-claimed', 'output-intent-missing'];
const A6 = { name: 'a6-postcard', sheet: CARD };

/** What is found in a file that is built by hand: `severity code: message`, without what every such file is told. */
export async function findingsOf(file: BuiltPdf | Uint8Array, options: PreflightOptions = { format: A6 }): Promise<string[]> {
  const { findings } = await preflight(file instanceof Uint8Array ? file : buildPdf(file), options);
  return findings.filter(({ code }) => !ALWAYS.includes(code)).map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}

/** The same of a page with this content. Coordinates are points from the bleed's lower left corner. */
export function findingsOn(content: string, page: Omit<BuiltPage, 'content'> & Pick<BuiltPdf, 'objects'> = {}): Promise<string[]> {
  const { objects = [], ...rest } = page;
  return findingsOf({ pages: [{ content, ...rest }], objects });
}
