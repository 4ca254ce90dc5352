import { z } from 'zod';
import { KINDS, LOCALES, READERS, type Item, type Kind, type Language, type Reader } from './question.ts';

export const COLOURS = { light: 'Light', dark: 'Dark', inverted: 'Inverted' } as const;

/** How one thing is looked at; all of it is in the address, so that a view can be kept, reloaded and sent to a colleague. */
export interface View {
  readonly lang: Language;
  readonly reader: Reader;
  readonly variant?: string | undefined;
  /** JSON as it was typed. */
  readonly props?: string | undefined;
  readonly colours: keyof typeof COLOURS;
  readonly part: 'mail' | 'text';
  readonly bleed: boolean;
  readonly state: 'asked' | 'answered';
}

const choice = <Value extends string>(values: readonly [Value, ...Value[]]) => z.enum(values).catch(values[0]);
const namesOf = <Names extends object>(names: Names) => Object.keys(names) as [keyof Names & string, ...(keyof Names & string)[]];

/** What is unknown in an address is taken for what is usual: an old link still opens. */
export const viewSchema = z.object({
  lang: choice(namesOf(LOCALES)),
  reader: choice(namesOf(READERS)),
  variant: z.string().max(100).optional().catch(undefined),
  props: z.string().max(20_000).optional().catch(undefined),
  colours: choice(namesOf(COLOURS)),
  part: choice(['mail', 'text']),
  bleed: z.stringbool().catch(false),
  state: choice(['asked', 'answered']),
});

const USUAL = viewSchema.parse({});

/** Where one thing is, or how its frame's path ends. */
export const placeOf = (type: string, { kind, name }: Pick<Item, 'kind' | 'name'>): string => `/${type}/${kind}/${encodeURIComponent(name)}`;

/**
 * The part of an address after `?`, with what is not as usual; empty when all is.
 *
 * @example queryOf({ ...view, lang: 'en' }) // '?lang=en'
 */
export function queryOf(view: Partial<View>): string {
  const said = Object.entries(view).filter(([name, value]) => value !== undefined && value !== USUAL[name as keyof View]);
  const query = new URLSearchParams(said.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return query && `?${query}`;
}

/** What goes along from one thing to the next: who reads, in which language and light. */
export const carried = ({ lang, reader, colours }: View): Partial<View> => ({ lang, reader, colours });

export function kindOf(text: string): Kind | undefined {
  return KINDS.find((kind) => kind === text);
}
