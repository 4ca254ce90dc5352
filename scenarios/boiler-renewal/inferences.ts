import { bestHour, inferring, mostOften, preferredMedium } from '../content/inference.ts';
import { facts, type BoilerFacts } from './facts.ts';

const infer = inferring<BoilerFacts>();
const { interest } = facts.shape;

/** What a household tells by what it does. An answer of theirs always counts for more. */
export const inferences = [
  // Who asks for an appointment wants what the mail was about.
  infer('interest', 'clicks', mostOften(({ link, props }) => (link === 'appointment' ? interest.safeParse(props['interest']).data : undefined))),
  infer('preferredMedium', 'answers', preferredMedium()),
  infer('bestHour', 'hours', bestHour()),
];
