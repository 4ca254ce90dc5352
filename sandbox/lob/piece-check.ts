import { checkAddress, isAbroad } from './address-check.ts';
import { checkArtwork, SHEETS } from './artwork-check.ts';
import type { Artwork, PieceFields, Resource } from './mailpiece.ts';
import type { PieceForm } from './piece-form.ts';
import { refuse } from './refusal.ts';

const COMMON = ['description', 'to', 'from', 'mail_type', 'use_type', 'metadata', 'merge_variables', 'send_date', 'billing_group_id', 'qr_code', 'fsc', 'print_speed'];
const ALLOWED: Readonly<Record<Resource, readonly string[]>> = {
  postcards: [...COMMON, 'size', 'front', 'back'],
  letters: [...COMMON, 'file', 'color', 'double_sided', 'address_placement', 'extra_service', 'return_envelope', 'perforated_page', 'custom_envelope', 'cards', 'size'],
};
const ARTWORK: Readonly<Record<Resource, readonly Artwork['name'][]>> = { postcards: ['front', 'back'], letters: ['file'] };
const DAY = 86_400_000;

/**
 * Checks what was posted as Lob does.
 *
 * @param now milliseconds since 1970
 * @throws LobRefusal
 */
export async function checkPiece(resource: Resource, { fields, files }: PieceForm, now: number): Promise<{ fields: PieceFields; artwork: Artwork[] }> {
  const unknown = [...Object.keys(fields), ...files.keys()].find((name) => !ALLOWED[resource].includes(name));
  if (unknown !== undefined) refuse('invalid', `${unknown} is not allowed`);
  const to = checkAddress('to', fields['to']);
  const from = fields['from'] === undefined ? null : checkAddress('from', fields['from']);
  if (from === null && (resource === 'letters' || isAbroad(to))) refuse('invalid', 'from is required');
  if (isAbroad(from)) refuse('foreign_return_address', 'from must be a US address');
  const useType = choice(fields, 'use_type', ['marketing', 'operational']) ?? refuse('mail_use_type_can_not_be_null', 'use_type must be one of "marketing" or "operational"');
  const mailType = choice(fields, 'mail_type', ['usps_first_class', 'usps_standard']) ?? 'usps_first_class';
  const size = resource === 'postcards' ? (choice(fields, 'size', ['4x6', '6x9', '6x11']) ?? '4x6') : undefined;
  if (isAbroad(to) && size !== undefined && size !== '4x6') refuse('invalid_international_feature', `${size} postcards cannot be sent to this country`);
  if (mailType === 'usps_standard' && (size === '4x6' || (size !== undefined && isAbroad(to)))) refuse('invalid', 'mail_type usps_standard is not available for this postcard');
  if (resource === 'letters' && !['true', 'false', true, false].includes(fields['color'] as string)) refuse('invalid', 'color is required');
  const description = fields['description'] ?? null;
  if (description !== null && (typeof description !== 'string' || description.length > 255)) refuse('invalid', 'description length must be less than or equal to 255 characters long');
  const checked: PieceFields = {
    ...{ description, to, from, mailType, useType, ...(size === undefined ? {} : { size }) },
    ...{ metadata: checkMetadata(fields['metadata']), mergeVariables: checkMergeVariables(fields['merge_variables']), sendDate: checkSendDate(fields['send_date'], now) },
  };
  const artwork: Artwork[] = [];
  for (const name of ARTWORK[resource]) {
    const bytes = files.get(name);
    if (bytes) artwork.push(await checkArtwork(name, bytes, SHEETS[size ?? 'letter']!));
    else if (typeof fields[name] !== 'string' || !/<|^tmpl_/.test(fields[name])) refuse('invalid', `${name} is required`);
  }
  return { fields: checked, artwork };
}

function choice(fields: PieceForm['fields'], name: string, values: readonly string[]): string | undefined {
  const given = fields[name];
  if (given === undefined || given === null || given === '') return undefined;
  return values.find((value) => value === given) ?? refuse('invalid', `${name} must be one of [${values.join(', ')}]`);
}

function checkMetadata(given: unknown): Record<string, string> {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object') refuse('invalid', 'metadata must be an object');
  const entries = Object.entries(given);
  if (entries.length > 20) refuse('invalid', 'metadata must have less than or equal to 20 children');
  for (const [key, value] of entries) {
    if (key.length > 40) refuse('invalid', 'metadata keys must be at most 40 characters');
    if (typeof value !== 'string' || value.length > 500) refuse('invalid', `metadata.${key} must be a string of at most 500 characters`);
    if (/["\\]/.test(key + value)) refuse('invalid', `metadata.${key} must not contain the characters " and \\`);
  }
  return Object.fromEntries(entries) as Record<string, string>;
}

function checkMergeVariables(given: unknown): unknown {
  if (given === undefined || given === null) return null;
  if (typeof given !== 'object') refuse('invalid', 'merge_variables must be an object');
  if (JSON.stringify(given).length > 25_000) refuse('invalid', 'merge_variables length must be less than or equal to 25000 characters long');
  if (Object.keys(given).some((name) => /[\s!"#%&'()*+,/;<=>@[\\\]^`{|}~]/.test(name))) refuse('merge_variable_whitespace', 'merge_variables names must not contain whitespace or special characters');
  return given;
}

/** Five minutes from now unless said: the cancellation window of a new account. */
function checkSendDate(given: unknown, now: number): string {
  if (given === undefined || given === null) return new Date(now + 5 * 60_000).toISOString();
  const date = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(date)) refuse('invalid', 'send_date must be in ISO 8601 date format');
  if (date <= now) refuse('invalid', 'send_date must be in the future');
  if (date > now + 180 * DAY) refuse('invalid', 'send_date must be within 180 days');
  return new Date(date).toISOString();
}
