/**
 * Parts that scenarios share: what a brand is, cards, the parts of its mails and pages in its own look, French typesetting. For messages and pages,
 * never for paths: it loads React. It knows no scenario. Exports only.
 */
export { Barcode } from './barcode.tsx';
export type { Brand } from './brand.ts';
export { card, type CardCopy } from './card.ts';
export { ConsentForm } from './consent-form.tsx';
export { consentStyles } from './consent-styles.ts';
export { drawing } from './drawing.tsx';
export { language, type Language } from './language.ts';
export { objection, salutation } from './mailpiece-words.ts';
export type { MailLook } from './mail-look.ts';
export { Cell, mailParts } from './mail-parts.tsx';
export { MapLink, PageFooter, Ticket } from './page-parts.tsx';
export { pageStyles } from './page-styles.ts';
export { Question, QuestionForm } from './question-form.tsx';
export { remembered } from './remembered.ts';
export { slotStyles } from './slot-styles.ts';
export { typeset } from './typeset.ts';
