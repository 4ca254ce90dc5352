import picocolors from 'picocolors';
import type { LessonLanguage, Proposal } from '../../lessons/index.ts';
import type { CampaignLessons, Lesson } from '../../store/index.ts';
import { ruleOf } from '../../store/segments.ts';
import { count, plural } from './figures.ts';
import { wrapped, type Colours } from './panel.ts';
import { printable } from './printable.ts';

export interface LessonsLook {
  readonly campaignId: string;
  readonly columns: number;
  readonly colours: boolean;
  readonly language: LessonLanguage;
}

const BECAUSE = {
  'nothing-sent': 'Nothing has been sent yet, so there is nothing to learn from.',
  'no-answers': 'Nobody has answered yet, so there is nothing to learn from.',
  'too-few': 'Too few have answered yet to say anything.',
} as const;

const HEADINGS = { proposed: 'New', accepted: 'Accepted', dismissed: 'Dismissed', superseded: 'No longer so' } as const;

/**
 * What a campaign teaches, as text: a pure function. What has ceased to hold and was never decided is left out.
 *
 * @example lessonLines(await lessonsOf(store, 'spring'), { campaignId: 'spring', columns: 80, colours: false, language: 'en' }).join('\n')
 */
export function lessonLines({ lessons, looked }: CampaignLessons, { campaignId, columns, colours, language }: LessonsLook): string[] {
  const c = picocolors.createColors(colours);
  const width = Math.min(100, Math.max(60, columns));
  const seen = looked ? c.dim(`${count(looked.touches)} touches, ${count(looked.answers)} answered; ${count(looked.comparisons)} comparisons`) : '';
  const shown = lessons.filter(({ status }) => status !== 'superseded');
  const none = looked?.because ? BECAUSE[looked.because] : 'The data teach nothing yet that is more than chance.';
  const groups = (['proposed', 'accepted', 'dismissed'] as const).flatMap((status) => {
    const of = shown.filter((lesson) => lesson.status === status);
    return of.length === 0 ? [] : ['', c.bold(HEADINGS[status]), ...of.flatMap((lesson) => ['', ...linesOf(lesson, { c, width, language })])];
  });
  const toDecide = shown.find(({ status, proposal }) => status === 'proposed' && proposal !== undefined);
  const how = toDecide ? ['', c.dim('To accept one, or --dismiss it:'), c.dim(`  npx parcours lessons ${campaignId} --accept '${toDecide.key}' --by <name>`)] : [];
  return [`${c.bold(c.cyan(campaignId))}  ${seen}`, ...(shown.length === 0 ? ['', none] : groups), ...how];
}

function linesOf({ key, sentence, status, holds, proposal, decided, basis, certainty }: Lesson, { c, width, language }: { c: Colours; width: number; language: LessonLanguage }): string[] {
  const colour = status !== 'proposed' ? c.dim : key.startsWith('harm/') || key.startsWith('delivery/') ? c.red : c.green;
  const indented = (text: string): string[] => wrapped(text, width - 4).map((line) => `    ${line}`);
  const who = decided && status !== 'proposed' ? [`    ${c.dim(`${status} by ${printable(decided.by)} on ${decided.at.toISOString().slice(0, 10)}${holds ? '' : '; the data no longer say so'}`)}`] : [];
  const sure = `${Math.round(certainty * 100)} %${basis.comparisons > 1 ? ` over ${count(basis.comparisons)} comparisons` : ''}; ${basis.method}`;
  return [
    `  ${colour('●')} ${c.bold(key)}`,
    ...indented(printable(sentence[language])),
    ...(proposal && status === 'proposed' ? indented(`→ ${printable(proposed(proposal))}`).map(c.cyan) : []),
    ...indented(sure).map(c.dim),
    ...who,
  ];
}

function proposed(proposal: Proposal): string {
  switch (proposal.do) {
    case 'weights':
      return `choose at ${proposal.point}: ${Object.entries(proposal.weights).map(([arm, weight]) => `${arm} ${Math.round(weight * 100)} %`).join(', ')}`;
    case 'stop':
      return `stop ${proposal.arm} at ${proposal.point}`;
    case 'drop':
      return `send no ${proposal.medium} to ${ruleOf(proposal)} any more`;
    case 'edit':
      return `in a new version of the scenario, ${proposal.what === 'wait' ? `wait ${plural(proposal.days, 'day')} after ${proposal.message}` : `choose ${proposal.arm} at ${proposal.message} for ${ruleOf(proposal.segment)}`}; accepting notes it`;
  }
}
