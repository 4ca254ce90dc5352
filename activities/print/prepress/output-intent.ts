import { deflateSync } from 'node:zlib';
import { PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import type { Output } from './prepress.ts';
import { PROFILES_AT, printCondition, REGISTRY, type PrintCondition } from './print-condition.ts';

/** The part of PDF/X-4 (ISO 15930-7:2010) that a file is written to: `4` holds its profile, `4p` names one that the printer has. */
export function pdfxVersion({ profile }: Output): 'PDF/X-4' | 'PDF/X-4p' {
  return profile ? 'PDF/X-4' : 'PDF/X-4p';
}

/** Writes what the colours are meant for (ISO 32000-1, 14.11.5), and the profile if there is one. */
export function outputIntent(context: PDFContext, output: Output): PDFRef {
  const { profile } = output;
  const condition = output.condition ?? (profile ? undefined : printCondition());
  const text = (value: string) => PDFString.of(ascii(value));
  return context.register(
    context.obj({
      Type: 'OutputIntent',
      S: 'GTS_PDFX',
      OutputConditionIdentifier: text(condition?.identifier ?? 'Custom'),
      OutputCondition: text(condition?.name ?? profile?.description ?? ''),
      Info: text(profile?.description ?? condition?.info ?? ''),
      ...(condition && { RegistryName: text(REGISTRY) }),
      ...(profile ? { DestOutputProfile: context.register(context.stream(deflateSync(profile.bytes), { N: 4, Filter: 'FlateDecode' })) } : { DestOutputProfileRef: reference(condition!) }),
    }),
  );

  /** Where a reader finds the profile that is not in the file (PDF/X-4p). Its checksum is left out: we have not got the profile. */
  function reference({ profileName }: PrintCondition) {
    return { ProfileName: text(profileName), ProfileCS: text('CMYK'), URLs: [{ FS: 'URL', F: text(PROFILES_AT) }] };
  }
}

/** A literal string has no room for brackets and letters of other alphabets. */
function ascii(text: string): string {
  return text.normalize('NFKD').replace(/[\\()]/g, (sign) => `\\${sign}`).replace(/[^\x20-\x7e]/g, '');
}
