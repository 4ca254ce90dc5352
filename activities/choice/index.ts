/**
 * Choosing by policy, and learning the policies. May import `learning`, `store`, `engine` and the content of scenarios. Exports only.
 */
export { choose, type ChoiceRequest } from './choose.ts';
export { decideByPolicy, drawOf, ledBy, told, type ChoiceToMake, type DecideDeps } from './decide-by-policy.ts';
export { learnPolicies, type Learned, type LearnPoliciesDeps } from './learn-policies.ts';
