import { InvalidArgumentError } from 'commander';
import { KINDS, milliseconds, type Duration, type Kind } from '../../scenarios/vocabulary/index.ts';
import type { Happening } from '../../simulator/index.ts';

const SHAPE = /^(?<response>[a-z]+)(?: of (?<of>[a-z][a-z0-9-]*(?:\/\d+)?))?(?: after (?<after>\d[\w. ]*?))?(?: with (?<data>\{.*\}))?$/;

/**
 * A happening in words: `scan of renewal-postcard after 2 days`, `purchase after 3 hours with {"order":"F1","amount":90,"currency":"EUR"}`; now
 * where no time is said.
 *
 * @throws InvalidArgumentError that shows the shape.
 */
export function happeningOption(text: string, before: readonly Happening<object>[] = []): readonly Happening<object>[] {
  const { response, of, after = '1 second', data } = SHAPE.exec(text.trim())?.groups ?? {};
  if (response === undefined || !KINDS.includes(response as Kind)) {
    throw new InvalidArgumentError(`Expected something like "scan of renewal-postcard after 2 days", beginning with one of ${KINDS.join(', ')}, got "${text}".`);
  }
  milliseconds(after as Duration);
  return [...before, { after, response, ...(of === undefined ? {} : { of }), ...dataOf(data) } as Happening<object>];
}

function dataOf(json: string | undefined): object {
  try {
    return json === undefined ? {} : (JSON.parse(json) as object);
  } catch {
    throw new InvalidArgumentError(`Expected JSON after "with", got ${json}.`);
  }
}
