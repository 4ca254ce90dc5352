/** The mailpieces that can be made: one table, millimetres with their sources, shown in docs/formats.md. */
import type { FormatName } from '../../../scenarios/content/index.ts';
import type { MailpieceFormat } from './format.ts';
import { c5LetterDin, c5LetterFr, dlLetterDin, dlLetterDinA, dlLetterFr } from './letters.ts';
import { a5Postcard, a6Postcard } from './postcards.ts';
import { a5SelfMailer } from './self-mailer.ts';
import { us4x6Postcard, us6x9Postcard, usLetter } from './us.ts';

export const FORMATS: Readonly<Record<FormatName, MailpieceFormat>> = {
  'a6-postcard': a6Postcard,
  'a5-postcard': a5Postcard,
  'dl-letter-fr': dlLetterFr,
  'c5-letter-fr': c5LetterFr,
  'dl-letter-din': dlLetterDin,
  'dl-letter-din-a': dlLetterDinA,
  'c5-letter-din': c5LetterDin,
  'a5-self-mailer': a5SelfMailer,
  'us-4x6-postcard': us4x6Postcard,
  'us-6x9-postcard': us6x9Postcard,
  'us-letter': usLetter,
};

export { safeBox, type AddressZone, type KeptZone, type MailpieceFormat, type WindowEnvelope } from './format.ts';
export { visibleThrough } from './window.ts';
