import { PermanentError } from '../../../errors.ts';
import { iccProfile } from '../../prepress/index.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import type { Findings } from '../findings.ts';
import { Trouble } from '../limits.ts';
import type { SelfDescription } from './metadata.ts';

/** What a file says its colours are meant for. */
export interface Intent {
  /** Such as `FOGRA51`. */
  readonly identifier: string;
  /** The embedded profile's own name, if there is one that can be read. */
  readonly profile?: string;
}

/** Looks at the output intent of PDF/X (ISO 32000-1, 14.11.5). */
export function checkOutputIntent(file: PdfFile, { pdfx }: SelfDescription, findings: Findings): Intent | undefined {
  const intents = (file.array(file.dict(file.trailer.get('Root'))?.get('OutputIntents'))?.slice(0, 100) ?? []).map((each) => file.dict(each)).filter((each) => file.name(each?.get('S')) === 'GTS_PDFX');
  const [intent] = intents;
  if (!intent) {
    findings.add('output-intent-missing', 'The file does not say which printing condition its colours are meant for.', { severity: pdfx === undefined ? 'note' : 'error' });
    return undefined;
  }
  if (intents.length > 1) findings.add('pdfx-key', `Expected one output intent, got ${intents.length}.`);
  const identifier = (file.text(intent.get('OutputConditionIdentifier')) ?? '').replace(/\p{C}/gu, ' ').slice(0, 80);
  if (!identifier) findings.add('pdfx-key', 'Expected an output intent that names its condition, got one without OutputConditionIdentifier.');
  const stream = file.stream(intent.get('DestOutputProfile'));
  if (!stream) {
    const reference = file.dict(intent.get('DestOutputProfileRef')) !== undefined;
    findings.add('output-profile-missing', `The colours are meant for ${identifier || 'a condition without a name'}, whose profile is not in the file${pdfx === 'PDF/X-4p' && reference ? ' (PDF/X-4p): its checksum is not checked' : ''}.`);
    if (pdfx === 'PDF/X-4') findings.add('pdfx-key', 'Expected PDF/X-4 to hold the profile of its output intent, got none.');
    if (pdfx === 'PDF/X-4p' && !reference) findings.add('pdfx-key', 'Expected PDF/X-4p to say where the profile of its output intent is, got no DestOutputProfileRef.');
    return { identifier };
  }
  try {
    const { description } = iccProfile(file.unpacked(stream), 'the profile in the output intent');
    if (file.number(stream.dict.get('N')) !== 4) findings.add('output-profile-broken', `Expected the output intent's profile to be marked as one of 4 inks, got ${file.number(stream.dict.get('N')) ?? 'none'}.`);
    return { identifier, profile: description };
  } catch (error) {
    if (!(error instanceof PermanentError) && !(error instanceof Trouble)) throw error;
    findings.add('output-profile-broken', error.message.split('. ')[0]!.replace(/\.?$/, '.'));
    return { identifier };
  }
}
