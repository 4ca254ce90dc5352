export type Severity = 'error' | 'warning' | 'note';

/** What a kind of finding is about: how bad it usually is, and what to do about it. */
export interface Kind {
  readonly severity: Severity;
  readonly advice: string;
}

const error = (advice: string): Kind => ({ severity: 'error', advice });
const warning = (advice: string): Kind => ({ severity: 'warning', advice });
const note = (advice: string): Kind => ({ severity: 'note', advice });

/** Every kind of finding by its code, which stays the same from one version to the next. The page docs/preflight.md explains them. */
export const CODES = {
  'not-a-pdf': error('Send the PDF itself, not a picture, an archive or a link to it.'),
  'broken-file': error('Export it again from the program that made it.'),
  encrypted: error('Save it without a password and without restrictions.'),
  'decompression-bomb': error('Do not open it; ask where it comes from. If it is an honest file, export it again.'),
  'too-complex': error('Flatten or simplify the artwork, or split the file.'),
  'broken-stream': error('Export it again from the program that made it.'),
  'unsupported-filter': error('Export it again as PDF/X-4: the packing is one that PDF/X does not allow, so it was not looked into.'),
  'rebuilt-file': warning('Its list of objects is broken or cut off, and programs differ in how they mend that. Export it again.'),
  'not-followed': note('Run the preflight on the pages in question alone, or split the file.'),

  'page-size': error('Export the page at the size of the format, with TrimBox and bleed.'),
  'page-orientation': warning('Turn the page in the layout program, not in the viewer.'),
  'page-sizes-differ': warning('Export pages of one size into one file.'),
  'page-rotated': note('Make sure that the printer does not turn it back.'),
  'user-unit': error('Export the page at 100 %.'),
  'box-missing': error('Export as PDF/X-4, or with crop and bleed settings, so that the page says where it is cut.'),
  'box-nesting': error('TrimBox must lie within BleedBox, and that within MediaBox: export again with the bleed of the document.'),
  'bleed-too-small': error('Extend backgrounds over the edge and export with bleed.'),
  'bleed-not-filled': warning('Extend it over the cut up to the bleed, or draw it back from the edge: cutting is a millimetre or so off.'),
  'text-near-trim': warning('Move it inwards: what is close to the edge may be cut.'),
  'text-outside-trim': warning('Remove it or move it in: it is cut off, or a left-over.'),

  'rgb-colour': error('Convert it to CMYK of the printing condition in the layout program.'),
  'screen-profile-colour': warning('Convert it to CMYK of the printing condition, or agree with the printer that they do.'),
  'unknown-colour-space': warning('Convert it to CMYK in the layout program.'),
  'spot-colour': note('Agree with the printer on the extra ink, or convert it to CMYK.'),
  'registration-colour': error('Use black (K 100): registration is for printer’s marks outside the page.'),
  'ink-coverage': warning('Take colour out of the darkest parts: so much ink does not dry and smears.'),
  'rich-black-text': warning('Set text in K 100 alone: with several inks it blurs when the plates shift.'),
  'small-text-inks': warning('Set small text in one ink or two, or larger: with several inks it blurs.'),

  'font-not-embedded': error('Export with fonts embedded, or turn the text into outlines.'),
  'type3-font': warning('Use a TrueType or OpenType font: glyphs of Type 3 are drawings, and may be coarse. They were not looked into.'),
  'invisible-text': note('Check that nothing was meant to be read there: it does not print.'),

  'image-resolution': warning('Use a larger image, or place it smaller: 300 ppi is the usual measure.'),
  'line-art-resolution': warning('Use a larger image, or vector art: 1,200 ppi is the usual measure for black and white.'),
  'image-too-large': warning('Scale it down to 300 ppi at its printed size.'),
  hairline: warning('Make it at least 0.25 pt, and 0.5 pt where it has several inks or is white on a colour.'),

  transparency: note('PDF/X-4 allows it. Ask for a proof when the printer flattens.'),
  annotation: error('Remove comments, links and stamps before you export.'),
  'form-field': error('Export a flat PDF: fields do not print as they look.'),
  javascript: error('Export a flat PDF without actions.'),
  attachment: warning('Remove attached files: nobody prints them.'),
  layers: warning('Flatten the layers, so that nobody prints the wrong ones.'),
  opi: error('Export with full images, not with place holders.'),
  postscript: error('Export again as PDF/X-4.'),
  'external-content': error('Export with everything in the file.'),
  'unreadable-content': error('Export it again from the program that made it.'),

  'pdf-version': warning('Save as PDF 1.6 or export as PDF/X-4.'),
  'pdfx-not-claimed': note('Export as PDF/X-4 if the printer asks for it.'),
  'pdfx-key': error('Export as PDF/X-4 again; a program in between may have dropped or changed it.'),
  'output-intent-missing': note('Ask the printer for the profile of the paper, and export with it.'),
  'output-profile-missing': note('The printer takes the named condition’s profile. To embed it, see docs/prepress.md.'),
  'output-profile-broken': error('Export again with the ICC profile of the printing condition.'),
} as const satisfies Readonly<Record<string, Kind>>;

export type Code = keyof typeof CODES;
