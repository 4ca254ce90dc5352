import { FORMATS } from '../../activities/print/formats/index.ts';
import type { WantedFormat } from '../../activities/print/preflight/index.ts';

/**
 * A format by its name.
 *
 * @throws Error that names those there are.
 */
export function formatNamed(name: string): WantedFormat {
  const found = Object.values(FORMATS).find((format) => format.name === name);
  if (!found) throw new Error(`Expected a format such as ${Object.keys(FORMATS).join(', ')}, got '${name}'.`);
  return found;
}
