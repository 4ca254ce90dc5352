import type { PdfFile } from '../file/pdf-file.ts';
import type { PdfPage } from '../file/pages.ts';
import type { PdfValue } from '../file/values.ts';
import type { Findings } from '../findings.ts';

/** Annotations looked at on a page. */
const MOST_ANNOTATIONS = 1_000;
/** What printers' own programs put beside the page. */
const PRINTERS_OWN = new Set(['PrinterMark', 'TrapNet']);

/** What a file does on a screen and not on paper. */
export function checkInteraction(file: PdfFile, findings: Findings): void {
  const root = file.dict(file.trailer.get('Root'));
  const names = file.dict(root?.get('Names'));
  if (names?.has('JavaScript') || isAction(file, root?.get('OpenAction')) || file.dict(root?.get('AA'))) findings.add('javascript', 'Expected a file that only lies there, got one that runs scripts or actions.');
  if (names?.has('EmbeddedFiles') || root?.has('Collection') || (file.array(root?.get('AF'))?.length ?? 0) > 0) findings.add('attachment', 'Expected pages alone, got files attached to them.');
  const form = file.dict(root?.get('AcroForm'));
  if (form && (form.has('XFA') || (file.array(form.get('Fields'))?.length ?? 0) > 0)) findings.add('form-field', 'Expected a flat page, got a form to fill in.');
  const layers = file.array(file.dict(root?.get('OCProperties'))?.get('OCGs'))?.length ?? 0;
  if (layers > 0) findings.add('layers', `Expected a page without layers that can be switched, got ${layers}.`);
}

/** What lies on a page without being part of it. */
export function checkAnnotations(file: PdfFile, page: PdfPage, findings: Findings): void {
  if (page.dict.has('AA')) findings.add('javascript', 'Expected a page that only lies there, got one with actions.', { page: page.number });
  for (const value of file.array(page.dict.get('Annots'))?.slice(0, MOST_ANNOTATIONS) ?? []) {
    const annotation = file.dict(value);
    const kind = file.name(annotation?.get('Subtype')) ?? 'unnamed';
    if (!annotation || PRINTERS_OWN.has(kind)) continue;
    if (kind === 'Widget') findings.add('form-field', 'Expected a flat page, got a field to fill in.', { page: page.number });
    else if (kind === 'Link') findings.add('annotation', 'Expected a page without annotations, got a link: it does not print.', { page: page.number, severity: 'warning' });
    else findings.add('annotation', `Expected a page without annotations, got one of kind ${kind.slice(0, 30)}.`, { page: page.number });
    if (isAction(file, annotation.get('A'))) findings.add('javascript', 'Expected a page that only lies there, got one with actions.', { page: page.number });
  }
}

/** Going to a page and following a link are harmless; the others run something. */
function isAction(file: PdfFile, value: PdfValue | undefined): boolean {
  const kind = file.array(value) ? undefined : file.name(file.dict(value)?.get('S'));
  return kind !== undefined && !['GoTo', 'GoToR', 'URI', 'Named', 'Thread'].includes(kind);
}
