import type { Known } from './answer-tally.ts';
import { compared } from './compare-arms.ts';
import type { Observation } from './observation.ts';
import { POLICY_DEFAULTS, type CanarySpec } from './policy-spec.ts';
import { beta, chancesOfBest, type Posterior } from './posterior.ts';
import { rounded } from './round.ts';
import type { CanaryStanding } from './snapshot.ts';
import { percent } from './words.ts';

/** A canary that is the better one by less than this chance waits with its next step. */
const LEAST_CHANCE = 0.2;

/** What became of the new arm since the last look. */
export function canaryOf({ spec, previous, live, known, answers, fair }: { spec: CanarySpec; previous: CanaryStanding | undefined; live: readonly string[]; known: ReadonlyMap<string, Known>; answers: readonly Observation[]; fair: number }): CanaryStanding {
  const { arm, step = POLICY_DEFAULTS.canary.step, confidence = POLICY_DEFAULTS.canary.confidence } = spec;
  const before = previous?.arm === arm ? previous : { arm, state: 'trial' as const, share: Math.min(spec.share, fair), known: 0 };
  if (before.state !== 'trial') return before;
  const rest = live.filter((other) => other !== arm);
  const ratio = compared(answers, { first: [arm], second: rest }, 1 - confidence);
  if (ratio.high < 1) return { ...before, state: 'rolled-back', why: `answered surely less than the others: at most ${percent(ratio.high)} as often` };
  const now = known.get(arm)!;
  if (now.known - before.known < step) return before;
  const others = rest.map((other) => known.get(other)!).reduce((sum, { answers: theirs, known: all }) => ({ answers: sum.answers + theirs, known: sum.known + all }), { answers: 0, known: 0 });
  const [chance = 0] = chancesOfBest([posteriorOf(now), posteriorOf(others)]);
  if (chance < LEAST_CHANCE) return before;
  const share = before.share * 2;
  return share >= fair ? { arm, state: 'promoted', share: fair, known: rounded(now.known) } : { arm, state: 'trial', share: rounded(share), known: rounded(now.known) };
}

function posteriorOf({ answers, known }: { answers: number; known: number }): Posterior {
  return beta(1 + answers, 1 + known - answers);
}
