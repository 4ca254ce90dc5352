import type { Policies } from '../content/policies.ts';

/** How boiler-renewal learns, by choice point. */
export const policies: Policies = {
  // For whom a new boiler, for whom a service: by what we know of the household, anew for each print run.
  'renewal-postcard': { kind: 'contextual', facts: ['boilerAge', 'customer'], reward: { on: ['scan', 'visit', 'reply'], within: '28 days' }, floor: 0.1 },
  'reminder-medium': { kind: 'thompson', reward: { on: ['scan', 'visit', 'click', 'reply'], within: '21 days' } },
  'send-hour': { kind: 'thompson', reward: { on: ['click'], within: '3 days' } },
  // Two ways of writing: an experiment, which may be looked at any day and settles when it is sure.
  'thank-you': { kind: 'test', control: 'factual', reward: { on: ['click'], within: '7 days' }, guard: { stopOn: ['unsubscribe', 'complained'] } },
};
