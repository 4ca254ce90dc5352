import type { Ending } from '../../engine/index.ts';
import { encloses, type Place } from './place.ts';
import type { Asked, Outcome, Step } from './story.ts';

/** The steps of a story as it is told, and which follows which. */
export class Steps {
  readonly all: Step[] = [];
  /** The step whose end the path now goes on from. */
  private current: number | undefined;
  /** The path has asked for its end: what it does now, in `finally`, is no more on its way. */
  private isOver = false;

  constructor(
    private readonly now: () => number,
    private readonly known: () => number,
  ) {}

  /** @returns its number; -1 for what comes after the path's end, and is not noted. */
  begin(asked: Asked, place: Place): number {
    if (this.isOver) return -1;
    this.isOver = asked.kind === 'end' || asked.kind === 'again';
    this.all.push({ place, asked, at: this.now(), after: this.before(place), known: this.known() });
    return this.all.length - 1;
  }

  /** A touch is given its id when it is made. */
  name(step: number, touch: string): void {
    if (step < 0) return;
    const { asked } = this.all[step]!;
    this.all[step] = { ...this.all[step]!, asked: { ...asked, touch } as Asked };
  }

  end(step: number, outcome: Outcome): void {
    if (step < 0) return;
    this.all[step]!.outcome = outcome;
    this.current = step;
  }

  /** Ends what still stands: a lost race's branches, or all of them when time was up for the journey as a whole. The next cycle follows nothing. */
  finish(ending: Ending | undefined): void {
    const open = this.all.flatMap(({ outcome, asked }, step) => (outcome === undefined && asked.kind !== 'end' && asked.kind !== 'again' ? [step] : []));
    const expired = ending?.by === 'within';
    if (expired) for (const step of open) this.all[step]!.outcome = { by: 'within' };
    if (ending && !this.isOver) {
      const after = expired ? open : this.before('');
      this.all.push({ place: `ended: ${ending.outcome}`, asked: { kind: 'end', outcome: ending.outcome }, at: this.now(), after, known: this.known() });
    }
    this.current = undefined;
    this.isOver = false;
  }

  /** The steps whose end nothing has followed: where parallel branches have come to a stop. */
  private get loose(): number[] {
    const followed = new Set(this.all.flatMap(({ after }) => after));
    return this.all.flatMap(({ outcome }, step) => (outcome !== undefined && !followed.has(step) ? [step] : []));
  }

  private before(place: Place): number[] {
    if (this.current === undefined) return [];
    // Where the path goes on outside the functions of its branches, it has waited for them all.
    const joined = this.loose.filter((step) => step !== this.current && encloses(place, this.all[step]!.place));
    return [...joined, this.current];
  }
}
