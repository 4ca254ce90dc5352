/**
 * Worlds whose truth is known, and what the policies make of them: the proofs of learning/, for its tests and for the pictures of
 * docs/learning.md. Imports `learning`. Exports only.
 */
export { DAY, runCampaign, takesNotYetForNo, waitsForWindows, type TrueWorld, type WorldRun } from './campaign-world.ts';
export { chance } from './chance.ts';
export { coverageProof, type Coverage } from './coverage.ts';
export { alwaysValidCoverage, fixedHorizonRejects, LOOKS, powerProof, typeOneProof, type LookingCurve } from './looking.ts';
export { contextualProof, delayProof, regretProof, type RegretCurve } from './regret.ts';
export { canaryProof, guardProof, type Safety } from './safety.ts';
