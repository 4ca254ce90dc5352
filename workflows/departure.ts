import { allHandlersFinished, condition, workflowInfo } from '@temporalio/workflow';
import type { Again, Ending, LiveJourney } from '../engine/index.ts';

/** The workflow type under which the journey goes on in a new run. */
export interface GoingOn {
  readonly to: string;
}

/**
 * How a run ends: by its journey's end or next cycle, or before, because the journey is moved to another version or the history has grown long. It
 * leaves when nothing is under way that the journal does not say yet, and every update has been answered.
 */
export class Departure {
  private to: string | undefined;
  private readonly gone: Promise<GoingOn>;
  private go!: (on: GoingOn) => void;

  constructor(private readonly live: LiveJourney) {
    this.gone = new Promise((resolve) => (this.go = resolve));
  }

  /** To be asked whenever something came from outside: a history grows by nothing else for long. */
  look(): void {
    if (workflowInfo().continueAsNewSuggested) this.leaveFor(workflowInfo().workflowType);
  }

  leaveFor(workflowType: string): void {
    const isFirst = this.to === undefined;
    this.to = workflowType;
    if (isFirst) void condition(() => this.live.isQuiet && allHandlersFinished()).then(() => this.go({ to: this.to! }));
  }

  /** Runs the journey until one of them. */
  async orEnd(): Promise<Ending | Again | GoingOn> {
    const end = await new Promise<Ending | Again | GoingOn>((resolve, reject) => {
      void this.gone.then(resolve);
      this.live.run().then(resolve, reject);
    });
    if (!allHandlersFinished()) await condition(allHandlersFinished);
    return end;
  }
}
