import { tellStory, type Asking, type Choice, type Decision, type Exploration, type Factor, type FactorValue, type Known, type Story } from '../../simulator/explore/index.ts';

const HOUR = 3_600_000;

/** One person under both versions: the same facts, consents and answers, as far as each version asks for them. */
export interface Pair {
  readonly before: Story;
  readonly after: Story;
  /** What is so of them, in words that both versions share. */
  readonly known: Known;
}

/**
 * Tells each story of either version under the other one. A person answers what they answered; what only one version asks for is left
 * unanswered where the story comes from the other.
 */
export async function pairStories(before: Exploration, after: Exploration): Promise<Pair[]> {
  const pairs = new Map<string, Pair>();
  const keep = (one: Story, other: Story, { base, timing }: { base: Story; timing: Timing }) => {
    const pair = { before: one, after: other, known: knownOf(base, { other: base === one ? other : one, timing }) };
    pairs.set(JSON.stringify([[...pair.known], [one, other].map(({ steps }) => steps.map(({ asked, at }) => [asked, at]))]), pair);
  };
  for (const story of before.stories) for (const [told, timing] of await atBothTimes(story, before)) keep(told, await retold(told, after), { base: told, timing });
  for (const story of after.stories) for (const [told, timing] of await atBothTimes(story, after)) keep(await retold(told, before), told, { base: told, timing });
  return [...pairs.values()];
}

type Timing = 'in good time' | `just before v${number}’s time is up` | undefined;

/** Answers come halfway until time is up; and, in another story, an hour before, when a shorter wait would be over. */
async function atBothTimes(story: Story, { scenario, chances }: Exploration): Promise<[Story, Timing][]> {
  if (!story.factors.some(isAnswer)) return [[story, undefined]];
  const decide = ({ key, due }: Asking, asked: number): Decision => {
    const { picked } = story.factors[asked]!;
    return key.startsWith('answer:') && picked > 0 && due !== undefined ? { pick: picked, at: due - HOUR } : picked;
  };
  return [
    [story, 'in good time'],
    [await tellStory(scenario, { chances, decide }), `just before v${scenario.version}’s time is up`],
  ];
}

/** The same person's story under the other version: they answer what they answered, when they did. */
function retold(story: Story, { scenario, chances }: Exploration): Promise<Story> {
  const settled = new Map(story.factors.filter(({ key }) => !key.startsWith('answer:')).map(({ key, value }) => [key, value]));
  const answers = story.factors.filter(isAnswer);
  const decide = ({ key, values, due = Infinity }: Asking): Decision => {
    if (!key.startsWith('answer:')) return Math.max(0, settled.has(key) ? values.indexOf(settled.get(key)) : 0);
    const next = answers.findIndex(({ value, at }) => values.includes(value) && at <= due);
    if (next < 0) return 0;
    const [{ value, at }] = answers.splice(next, 1) as [Choice];
    return { pick: values.indexOf(value), at };
  };
  return tellStory(scenario, { chances, decide });
}

function isAnswer({ key, value }: Choice): boolean {
  return key.startsWith('answer:') && value !== undefined;
}

/** What an answer is to is known to both versions by the message, not by the place in the source. */
function knownOf(base: Story, { other, timing }: { other: Story; timing: Timing }): Known {
  const known = new Map<string, FactorValue>(timing === undefined ? [] : [['timing:', timing]]);
  // Facts that only the other version asks for were not varied in this story.
  for (const { key, value } of [...sharedFactors(base), ...sharedFactors(other).filter((factor) => factor.key.startsWith('answer:'))]) if (!known.has(key) || known.get(key) === undefined) known.set(key, value);
  return known;
}

function sharedFactors({ factors, steps }: Story): Factor[] {
  const answers = steps.flatMap(({ asked, outcome }): Factor[] => {
    if (asked.kind !== 'wait' || (outcome?.by !== 'time' && outcome?.by !== 'responses')) return [];
    const about = [...new Set(asked.expected.map(({ kind, touch }) => touch?.split('/')[0] ?? kind))].join(' and ');
    const value = outcome.by === 'time' ? undefined : outcome.responses.map(({ kind, touch }) => (touch === undefined ? kind : `${kind} of ${touch}`)).join(' and ');
    return [{ key: `answer:${about}`, value }];
  });
  return [...factors.filter(({ key }) => !key.startsWith('answer:')), ...answers];
}
