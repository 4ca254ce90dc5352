import { z } from 'zod';
import { bestHour, clockTime, inferring, mostOften, preferredMedium } from '../../scenarios/content/index.ts';
import { scenario } from '../../scenarios/vocabulary/index.ts';

// scenarios/<name>/facts.ts
export const facts = z.object({
  boilerAge: z.coerce.number().int(),
  interest: z.enum(['replace', 'service']).optional(),
  preferredMedium: z.enum(['print', 'email']).optional(),
  bestHour: clockTime.optional(),
});
export type Facts = z.infer<typeof facts>;

// scenarios/<name>/inferences.ts, to be named in content.ts: export const content = { facts, inferences, … }
const infer = inferring<Facts>();
export const inferences = [
  infer('interest', 'clicks', mostOften(({ link }) => (link === 'quote' ? 'replace' : link === 'appointment' ? 'service' : undefined))),
  infer('preferredMedium', 'answers', preferredMedium()),
  infer('bestHour', 'hours', bestHour()),
];

// scenarios/<name>/v1.ts
type Messages = { card: { medium: 'print'; props: object }; advice: { medium: 'email'; props: object } };
export const adviceV1 = scenario<Facts, Messages>({ name: 'advice', version: 1, goal: ['purchase'], exit: ['unsubscribe', 'returned'], within: '60 days' }, async (journey) => {
  const card = await journey.print('card', {});
  if (!(await journey.waitFor([card.on.scan, card.on.visit], { for: '21 days', from: card.inHome }))) return journey.end('silent');
  // The scan itself may have been what told it.
  await journey.at(journey.facts.bestHour ?? '10:00', { days: 'mon-sat', holidays: 'FR' });
  await journey.email('advice', {});
  await journey.sleep('14 days');
});
