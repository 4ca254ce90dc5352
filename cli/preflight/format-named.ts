import { CARD } from '../../activities/print/measures.ts';
import type { WantedFormat } from '../../activities/print/preflight/index.ts';

const FORMATS: Readonly<Record<string, WantedFormat>> = { 'a6-postcard': { name: 'a6-postcard', sheet: CARD } };

/**
 * A format by its name.
 *
 * @throws Error that names those there are.
 */
export function formatNamed(name: string): WantedFormat {
  const found = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!found) throw new Error(`Expected a format such as ${Object.keys(FORMATS).join(', ')}, got '${name}'.`);
  return found;
}
