import type { Reentry, ScenarioOptions, SendWindow } from '../../scenarios/vocabulary/index.ts';

const MEDIA = { print: 'post', email: 'email', social: 'social invitations' } as const;

/** What changes on the scenario's frame: it holds for everybody, at any moment. */
export function frameChanges(before: ScenarioOptions, after: ScenarioOptions): string[] {
  const media = ['print', 'email', 'social'] as const;
  return [
    ...kinds('goal', before.goal, after.goal),
    ...kinds('exit', before.exit, after.exit),
    ...changed('a journey takes', before.within, after.within, 'at most'),
    ...changed('entry', before.entry ?? 'by audience', after.entry ?? 'by audience'),
    ...changed('re-entry', reentry(before.reentry), reentry(after.reentry)),
    ...media.flatMap((medium) => changed(`window for ${MEDIA[medium]}`, windowWords(before.windows?.[medium]), windowWords(after.windows?.[medium]))),
    ...media.flatMap((medium) => changed(`cap for ${MEDIA[medium]}`, capWords(before.caps?.[medium]), capWords(after.caps?.[medium]))),
  ];
}

function kinds(name: string, before: readonly string[], after: readonly string[]): string[] {
  const added = after.filter((kind) => !before.includes(kind));
  const removed = before.filter((kind) => !after.includes(kind));
  const ends = (outcome: string) => (name === 'goal' ? 'as `converted`' : `as \`${outcome}\``);
  return [...added.map((kind) => `${name}: \`${kind}\` now ends a journey, ${ends(kind)}`), ...removed.map((kind) => `${name}: \`${kind}\` no longer ends a journey`)];
}

function changed(what: string, before: string, after: string, tail = ''): string[] {
  return before === after ? [] : [`${what}: ${before} → ${after}${tail ? ` ${tail}` : ''}`];
}

function windowWords(window: SendWindow | undefined): string {
  if (!window) return 'at any time';
  const { from, to, days = 'all', holidays } = window;
  return [`${from} to ${to}`, ...(days === 'all' ? [] : [days]), ...(holidays ? [`not on holidays in ${holidays}`] : [])].join(', ');
}

function capWords(cap: { most: number; per: string } | undefined): string {
  return cap ? `${cap.most} per ${cap.per}` : 'none';
}

function reentry(reentry: Reentry | undefined): string {
  return typeof reentry === 'object' ? `after ${reentry.after}` : (reentry ?? 'never');
}
