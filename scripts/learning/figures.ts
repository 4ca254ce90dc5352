import type { RegretCurve } from '../../learning/worlds/index.ts';
import type { Proofs } from './proofs.ts';

/** The table of figures in docs/learning.md, in Markdown. */
export function figuresOf({ regret, delay, contextual, looking, power, coverage, safety }: Proofs): string {
  const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`;
  const lost = (curves: readonly RegretCurve[]) => curves.map(({ name, mean }) => `${name} ${Math.round(mean.at(-1)!)}`).join('; ');
  const known = power.claimed.findIndex((share) => share >= 0.5);
  const rows = [
    [`answers lost, three mails, ${regret[0]!.ends.length} worlds`, lost(regret)],
    [`answers lost, slow and fast postcards, ${delay[0]!.ends.length} worlds`, lost(delay)],
    [`answers lost where the best page depends on a fact, ${contextual[0]!.ends.length} worlds`, lost(contextual)],
    ['two equal arms, looked at 100 times: a difference is claimed in', looking.map(({ name, claimed }) => `${name} ${percent(claimed.at(-1)!)}`).join('; ')],
    ['5 % against 7.5 %: known in half of the runs after', `${(known + 1) * 200} mails`],
    ...coverage.map(({ name, everyLook, held }) => [`95 % interval: ${name}${everyLook ? ', right at all of 100 looks' : ''}`, percent(held)]),
    ...safety.map(({ name, stopped, after }) => [`stopped: ${name}`, `${percent(stopped)}${after === undefined ? '' : `, half of these by day ${after}`}`]),
  ];
  return ['| in worlds whose truth is known | |', '| --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
}
