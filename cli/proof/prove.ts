import type { UnprintableError } from '../../activities/print/unprintable-error.ts';
import { renderPrintRun } from '../../activities/print/render-print-run.ts';
import { contentOf } from '../../scenarios/content/index.ts';
import { populationOf } from '../../scenarios/content/populations.ts';
import { scenarioOf } from '../../scenarios/index.ts';
import { drawnProspect } from '../../simulator/drawn-prospect.ts';
import type { Identity } from '../../store/recipient.ts';
import { bind, type BoundPage } from './bind.ts';
import { knownFacts, type KnownFacts } from './known-facts.ts';
import { lookAt, type Look } from './preview.ts';
import { proofPieces, type ProofPiece } from './proof-pieces.ts';
import { reachedBy } from './reached.ts';

export interface ProofOptions {
  /** Such as `boiler-renewal.v2`. */
  readonly workflowType: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message?: string | undefined;
  readonly variant?: string | undefined;
  readonly locale: string;
  readonly address: Identity;
  /** The tracker's address, as people see it, without a slash at the end. */
  readonly publicUrl: string;
  /** Shows the sheet with its bleed and crop marks instead of the trimmed piece. */
  readonly cropMarks?: boolean;
  readonly at: Date;
}

/** A piece that could be drawn, and how it looks. */
export interface ShownPiece extends ProofPiece {
  /** Its pages in the proof. */
  readonly pages: readonly BoundPage[];
  readonly look: Look;
}

export interface Proof {
  readonly workflowType: string;
  readonly known: KnownFacts;
  readonly address: Identity;
  /** None when nothing could be drawn. */
  readonly pdf: Uint8Array | undefined;
  readonly shown: readonly ShownPiece[];
  readonly unprintable: readonly (ProofPiece & { readonly error: UnprintableError })[];
}

/**
 * Makes a proof of a scenario's mailpieces: as a person with these facts would get them, printed to one PDF, rendered to pixels, and their QR codes read
 * back from those. No server is needed and nothing is recorded.
 *
 * @throws Error for facts, a message or a variant that can't be.
 * @example
 * const { pdf, shown } = await prove({ workflowType: 'boiler-renewal.v2', facts: { boilerAge: 22 }, locale: 'fr-FR', address, publicUrl, at: new Date() });
 */
export async function prove({ cropMarks = false, at, ...options }: ProofOptions): Promise<Proof> {
  const { workflowType, address } = options;
  const { known, pieces } = await writtenPieces(options);
  const run = await renderPrintRun({ title: `${workflowType}: proof`, pieces: pieces.map(({ piece }) => piece), at, prepress: { cropMarks } });
  const bound = run.printed.length > 0 ? await bind(run, { sheet: cropMarks }) : undefined;
  const looks = bound ? await lookAt(bound) : [];
  const byId = new Map(pieces.map((each) => [each.piece.touchId, each]));
  return {
    ...{ workflowType, known, address, pdf: bound?.pdf },
    shown: run.printed.map(({ piece }, index) => ({ ...byId.get(piece.touchId)!, pages: bound!.pieces[index]!, look: looks[index]! })),
    unprintable: run.unprintable.map(({ touchId, error }) => ({ ...byId.get(touchId)!, error })),
  };
}

/** The pieces that a proof is to show, before anything is drawn. */
export async function writtenPieces({ workflowType, facts: given, message, variant, ...options }: Omit<ProofOptions, 'cropMarks' | 'at'>): Promise<{ known: KnownFacts; pieces: readonly ProofPiece[] }> {
  const { facts: schema, messages } = contentOf(workflowType);
  const scenario = scenarioOf(workflowType);
  const known = knownFacts(schema, { given, drawn: drawnProspect(populationOf(scenario.name), { seed: 1, number: 0 }).facts });
  const reached = await reachedBy(scenario, known.facts, { variant });
  return { known, pieces: proofPieces({ ...options, messages, reached, only: message }) };
}
