/**
 * What a campaign teaches, in plain sentences with numbers and certainty: pure functions of what was seen. Imports `learning` and types of `scenarios/vocabulary`. Exports only.
 */
export type { CampaignSeen, ChoiceSeen, JourneySeen, KnownBefore, PointSeen, TouchSeen } from './campaign-seen.ts';
export { findLessons } from './find-lessons.ts';
export { LESSON_KINDS, type Basis, type Finding, type LessonKind, type LessonLanguage, type Look, type LookedAt, type Proposal, type SegmentRule } from './lesson.ts';
export type { Names } from './wording/words.ts';
