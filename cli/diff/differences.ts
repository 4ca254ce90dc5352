import type { Asked, Step, Story } from '../../simulator/explore/index.ts';
import type { Pair } from './pair-stories.ts';

const HOUR = 3_600_000;
type Made = Extract<Asked, { props: object }>;

/** How one person's path differs. Differences of several people with the same `what` are one change. */
export interface Difference {
  readonly section: 'touches' | 'waits' | 'ends';
  /** `added`, `removed`, `moved`, … */
  readonly change: string;
  /** What it is about, in words: `**added** post `winter-card``. */
  readonly what: string;
  /** What it can only happen to: the change is for all of them, or for some. */
  readonly among: string;
  /** When it happens before and after, milliseconds since the journey began. */
  readonly before?: number;
  readonly after?: number;
}

/** Everything that one person would notice, and how their journey ends. */
export function differencesOf({ before, after }: Pair): Difference[] {
  return [...touchDifferences(before, after), ...optionDifferences(before, after), ...waitDifferences(before, after), ...endDifferences(before, after)];
}

/** What of `among` is so of a pair; what changes for some is compared with those whom it could have changed for. */
export function possibilities({ before, after }: Pair): Set<string> {
  const [old, fresh] = [touchesOf(before), touchesOf(after)];
  const touches = [...old].flatMap(([touch, step]) => (isSent(step) && fresh.has(touch) && isSent(fresh.get(touch)!) ? [touch] : []));
  const waits = [...waitsOf(before).keys()].filter((wait) => waitsOf(after).has(wait));
  return new Set(['everybody', ...touches, ...waits, `ended ${before.ending?.outcome ?? ''}`]);
}

function touchDifferences(before: Story, after: Story): Difference[] {
  const [old, fresh] = [touchesOf(before), touchesOf(after)];
  const section = 'touches';
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((id): Difference[] => {
    const [one, other] = [old.get(id), fresh.get(id)];
    const name = `\`${id.replace(/\/1$/, '')}\``;
    if (!one) return isSent(other!) ? [{ section, change: 'added', what: `${MEDIA[other!.asked.kind]} ${name}`, among: 'everybody', after: other!.at }] : [];
    if (!other) return isSent(one) ? [{ section, change: 'removed', what: `${MEDIA[one.asked.kind]} ${name}`, among: 'everybody', before: one.at }] : [];
    if (isSent(one) !== isSent(other)) return [{ section, change: isSent(other) ? 'added' : 'removed', what: `${MEDIA[other.asked.kind]} ${name}`, among: 'everybody', before: one.at, after: other.at }];
    if (!isSent(one)) return [];
    const medium = one.asked.kind === other.asked.kind ? [] : [{ section, change: 'changed', what: `${name} goes by ${MEDIA[other.asked.kind]} instead of ${MEDIA[one.asked.kind]}`, among: id } as const];
    const said = [...propDifferences(name, one.asked, other.asked), ...choiceDifference(name, one.asked, other.asked)].map((what): Difference => ({ section, change: 'changed', what, among: id }));
    const moved = Math.abs(one.at - other.at) < HOUR ? [] : [{ section, change: other.at < one.at ? 'earlier' : 'later', what: name, among: id, before: one.at, after: other.at } as const];
    return [...medium, ...said, ...moved];
  });
}

function propDifferences(name: string, { props: old }: Made, { props: fresh }: Made): string[] {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  const shown = (value: unknown) => (value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value));
  return keys.flatMap((key) => (shown(old[key]) === shown(fresh[key]) ? [] : [`${name} says ${key} ${shown(fresh[key])} instead of ${shown(old[key])}`]));
}

function choiceDifference(name: string, { choose: old, offers: said = {} }: Made, { choose: fresh, offers = {} }: Made): string[] {
  const shown = (choose: readonly string[]) => (choose.length === 0 ? 'none' : choose.join(', '));
  const differing = fresh.filter((variant) => old.includes(variant) && JSON.stringify(said[variant] ?? {}) !== JSON.stringify(offers[variant] ?? {}));
  if (shown(old) === shown(fresh)) return differing.map((variant) => `${name} says ${JSON.stringify(offers[variant] ?? {})} as variant ${variant} instead of ${JSON.stringify(said[variant] ?? {})}`);
  return [`${name} chooses among the variants ${shown(fresh)} instead of ${shown(old)}`];
}

/** What is let to the policy otherwise, each point once. */
function optionDifferences(before: Story, after: Story): Difference[] {
  const pointsOf = ({ steps }: Story) => new Map(steps.flatMap(({ asked }) => (asked.kind === 'choice' ? [[asked.point, asked.options.join(', ')] as const] : [])));
  const [old, fresh] = [pointsOf(before), pointsOf(after)];
  const section = 'touches';
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((point): Difference[] => {
    const [one, other] = [old.get(point), fresh.get(point)];
    if (one === other) return [];
    if (one === undefined) return [{ section, change: 'added', what: `choice \`${point}\` among ${other!}`, among: 'everybody' }];
    if (other === undefined) return [{ section, change: 'removed', what: `choice \`${point}\` among ${one}`, among: 'everybody' }];
    return [{ section, change: 'changed', what: `choice \`${point}\` among ${other} instead of ${one}`, among: 'everybody' }];
  });
}

function waitDifferences(before: Story, after: Story): Difference[] {
  const [old, fresh] = [waitsOf(before), waitsOf(after)];
  const section = 'waits';
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key): Difference[] => {
    const [one, other] = [old.get(key), fresh.get(key)];
    const words = key.replace(/ #1$/, '');
    if (!one) return [{ section, change: 'added', what: `${words}: ${other!}`, among: 'everybody' }];
    if (!other) return [{ section, change: 'removed', what: `${words}: ${one}`, among: 'everybody' }];
    return one === other ? [] : [{ section, change: 'changed', what: `${words}: ${one} → ${other}`, among: key }];
  });
}

function endDifferences(before: Story, after: Story): Difference[] {
  const [old, fresh] = [before.ending?.outcome ?? 'under way', after.ending?.outcome ?? 'under way'];
  return old === fresh ? [] : [{ section: 'ends', change: 'changed', what: `**${old}** becomes **${fresh}**`, among: `ended ${old}` }];
}

const MEDIA: Readonly<Record<string, string>> = { print: 'post', email: 'email', social: 'social invitation' };

interface TouchStep extends Step {
  readonly asked: Made;
}

function touchesOf({ steps }: Story): Map<string, TouchStep> {
  return new Map(steps.flatMap((step) => ('props' in step.asked ? [[step.asked.touch, step as TouchStep] as const] : [])));
}

/** Waits and pauses by what they are for, and how long they take at most; the second for the same thing is another. */
function waitsOf({ steps }: Story): Map<string, string> {
  const waits = new Map<string, string>();
  let last = 'the beginning';
  const add = (key: string, length: string) => {
    for (let number = 1; ; number++) if (!waits.has(`${key} #${number}`)) return waits.set(`${key} #${number}`, length);
  };
  for (const { asked, outcome } of steps) {
    if ('props' in asked) last = `\`${asked.message}\``;
    if (asked.kind === 'pause') add(`pause after ${last}`, asked.words);
    if (asked.kind === 'wait' && outcome?.by !== 'not-sent') add(`wait for ${expectedWords(asked)}`, `${asked.for}${asked.from === undefined ? '' : ` from ${asked.from === 'in-home' ? 'the letter box' : 'the hand-over'}`}`);
  }
  return waits;
}

function expectedWords({ expected, together }: Extract<Asked, { kind: 'wait' }>): string {
  const byTouch = new Map<string, string[]>();
  for (const { kind, touch } of expected) byTouch.set(touch?.replace(/\/1$/, '') ?? '', [...(byTouch.get(touch?.replace(/\/1$/, '') ?? '') ?? []), kind]);
  const joint = together === 'sequence' ? ' then ' : together === 'all' ? ' and ' : ', ';
  return [...byTouch].map(([touch, kinds]) => `${kinds.join(joint)}${touch ? ` of \`${touch}\`` : ''}`).join(joint);
}

function isSent({ outcome }: Step): boolean {
  return outcome?.by === 'done' || outcome?.by === undefined;
}
