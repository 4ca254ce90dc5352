/** Makes PDFs ready for the press: printing condition, profile, metadata, crop marks. Needs pdf-lib's objects. Exports only. */
export { cropMarks, MARK_MARGIN } from './crop-marks.ts';
export { iccProfile, openIccProfile, type IccProfile } from './icc-profile.ts';
export { metadataStream, type Metadata } from './metadata.ts';
export { outputIntent, pdfxVersion } from './output-intent.ts';
export { openOutput, type Output, type Prepress } from './prepress.ts';
export { CONDITION_IDENTIFIERS, conditionInWords, printCondition, USUAL_CONDITION, type PrintCondition } from './print-condition.ts';
