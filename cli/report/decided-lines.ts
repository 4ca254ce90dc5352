import type { LessonLanguage } from '../../lessons/index.ts';
import type { Decided } from '../../store/index.ts';
import { printable } from './printable.ts';

interface Look {
  readonly campaignId: string;
  readonly language: LessonLanguage;
}

/** What became of a decision about a lesson, for who made it. */
export function decidedLines(decided: Decided, look: Look): string[] {
  return told(decided, look).map(printable);
}

function told({ result, lesson, effect }: Decided, { campaignId, language }: Look): string[] {
  const sentence = lesson.sentence[language];
  const { status, decided, holds } = lesson;
  const before = `by ${decided?.by} on ${decided?.at.toISOString().slice(0, 10)}`;
  switch (result) {
    case 'done':
      return [`${status === 'accepted' ? 'Accepted' : 'Dismissed'}: ${sentence}`, `Effect: ${effect}.`];
    case 'again':
      return [`${status === 'accepted' ? 'Accepted' : 'Dismissed'} before, ${before}; nothing was done again: ${sentence}`];
    case 'otherwise':
      return [`Nothing was done: it was accepted ${before}, and dismissing it does not take its effect back. Set the policy yourself where it should, or --restore the segment.`];
    case 'changed':
      return [`Nothing was done: the data ${holds ? 'say something else since it was last shown' : 'no longer say so'}. ${holds ? `Now: ${sentence}` : `They said: ${sentence}`}`, `See what they say: npx parcours lessons ${campaignId}`];
  }
}
