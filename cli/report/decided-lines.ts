import type { LessonLanguage } from '../../lessons/index.ts';
import type { Decided } from '../../store/index.ts';

/** What became of a decision about a lesson, for who made it. */
export function decidedLines({ result, lesson, effect }: Decided, { campaignId, language }: { readonly campaignId: string; readonly language: LessonLanguage }): string[] {
  const sentence = lesson.sentence[language];
  const { status, decided, holds } = lesson;
  switch (result) {
    case 'done':
      return [`${status === 'accepted' ? 'Accepted' : 'Dismissed'}: ${sentence}`, `Effect: ${effect}.`];
    case 'again':
      return [`${status === 'accepted' ? 'Accepted' : 'Dismissed'} before, by ${decided?.by} on ${decided?.at.toISOString().slice(0, 10)}; nothing was done again: ${sentence}`];
    case 'otherwise':
      return [`Nothing was done: it was accepted by ${decided?.by} on ${decided?.at.toISOString().slice(0, 10)}, and dismissing it does not take its effect back. Set the policy yourself where it should.`];
    case 'changed':
      return [`Nothing was done: the data ${holds ? 'say something else since it was last shown' : 'no longer say so'}. ${holds ? `Now: ${sentence}` : `They said: ${sentence}`}`, `See what they say: npx parcours lessons ${campaignId}`];
  }
}
