import { listed, type Asked, type GraphNode } from '../../simulator/explore/index.ts';
import type { ScenarioOptions } from '../../scenarios/vocabulary/index.ts';

/** How a node is drawn: by its medium, or by what else it is. */
export type Look = 'start' | 'print' | 'email' | 'social' | 'web' | 'wait' | 'choice' | 'end';

/** What a node says. */
export interface NodeWords {
  readonly look: Look;
  /** Above the title: the medium, or what kind of step it is. */
  readonly kind: string;
  readonly title: string;
  readonly details: readonly string[];
}

const MEDIA = { print: 'Post', email: 'Email', social: 'Social invitation' } as const;
/** More values than that are the person's own data, such as a store's name. */
const FEW = 4;

/** Dates are those that were tried. */
const DATE = /^\d{4}-\d\d-\d\d/;

/** What a node says, on however many ways the stories came to it. */
export function nodeWords({ kind, asked: all }: GraphNode, frame: ScenarioOptions): NodeWords {
  const asked = all[0];
  switch (asked?.kind) {
    case 'print':
    case 'email':
    case 'social':
      return { look: asked.kind, kind: MEDIA[asked.kind], title: asked.message, details: touchDetails(all) };
    case 'wait':
      return waitWords(asked, all);
    case 'choice':
      return { look: 'choice', kind: 'Choice', title: asked.point, details: [listed([...new Set(all.flatMap((one) => (one.kind === 'choice' ? one.options : [])))])] };
    case 'pause':
      return { look: 'wait', kind: 'Pause', title: pauseWords(all), details: [] };
    case 'recall':
      return { look: 'print', kind: 'Recall', title: asked.touch.split('/')[0]!, details: [] };
    case 'end':
      return { look: 'end', kind: 'End', title: asked.outcome, details: [] };
    case 'again':
    case undefined:
      return { look: 'start', kind: kind === 'start' ? 'Start' : kind, title: frame.entry ?? 'enters', details: [] };
  }
}

/** A date that depends on facts is not told by those that were tried. */
function pauseWords(all: readonly Asked[]): string {
  const words = [...new Set(all.flatMap((asked) => (asked.kind === 'pause' ? [asked.words] : [])))];
  return words.length > 1 && words.every((one) => /^until \d{4}-/.test(one)) ? 'until its date' : listed(words);
}

function waitWords({ expected, together, from }: Extract<Asked, { kind: 'wait' }>, all: readonly Asked[]): NodeWords {
  const waits = all.filter((one) => one.kind === 'wait');
  const kinds = [...new Set(expected.map(({ kind }) => kind))];
  const durations = [...new Set(waits.map((wait) => wait.for))];
  const ofAPerson = expected.every(({ touch }) => touch === undefined);
  return {
    look: ofAPerson && kinds.every((kind) => kind === 'reply' || kind === 'visit') ? 'web' : 'wait',
    kind: 'Wait for',
    title: together === 'sequence' ? kinds.join(', then ') : listed(kinds, together === 'all' ? 'and' : 'or'),
    details: [`up to ${listed(durations)}${from === undefined ? '' : ` from ${from === 'in-home' ? 'the letter box' : 'the hand-over'}`}`],
  };
}

function touchDetails(all: readonly Asked[]): string[] {
  const touches = all.filter((one): one is Extract<Asked, { props: object }> => 'props' in one);
  const names = [...new Set(touches.flatMap(({ props }) => Object.keys(props)))];
  const props = names.flatMap((name) => {
    const values = [...new Set(touches.flatMap(({ props: { [name]: value } }) => (typeof value === 'string' && !DATE.test(value) ? [value] : [])))].sort();
    return values.length > 1 && values.length <= FEW ? [`${name}: ${listed(values)}`] : [];
  });
  const variants = [...new Set(touches.flatMap(({ choose }) => choose))];
  return [...props, ...(variants.length > 0 ? [`variant: ${listed(variants)}`] : [])];
}

/** What holds at any moment, whatever the path does: a line for each end. */
export function frameWords({ goal, exit, within }: ScenarioOptions): { readonly when: string; readonly outcome: string }[] {
  return [{ when: listed(goal), outcome: 'converted' }, ...exit.map((kind) => ({ when: kind, outcome: kind })), { when: `${within} are over`, outcome: 'expired' }];
}
