import { canaryProof, contextualProof, coverageProof, delayProof, guardProof, powerProof, regretProof, typeOneProof, type Coverage, type LookingCurve, type RegretCurve, type Safety } from '../../learning/worlds/index.ts';

/** What the proofs of learning/ came to. */
export interface Proofs {
  readonly regret: readonly RegretCurve[];
  readonly delay: readonly RegretCurve[];
  readonly contextual: readonly RegretCurve[];
  readonly looking: readonly LookingCurve[];
  readonly power: LookingCurve;
  readonly coverage: readonly Coverage[];
  readonly safety: readonly Safety[];
}

/** Some twenty seconds of computing; the same on every machine. */
export function allProofs(): Proofs {
  return { regret: regretProof(), delay: delayProof(), contextual: contextualProof(), looking: typeOneProof(), power: powerProof(), coverage: coverageProof(), safety: [...guardProof(), ...canaryProof()] };
}
