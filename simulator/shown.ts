import type { InferredFacts } from '../engine/inferred.ts';
import { offsetOf } from '../engine/time-zone.ts';
import type { Conclusion, Inference, PersonalResponse, SentTouch } from '../scenarios/content/inference.ts';
import type { Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';

const HOUR = 3_600_000;
/** As the store has it (`TELLING`). */
const TELLING: readonly Kind[] = ['scan', 'visit', 'click', 'reply'];

/** A touch that a person has. */
export interface HeldTouch {
  readonly touch: string;
  readonly message: string;
  readonly medium: TouchMedium;
  readonly variant: string | undefined;
  readonly props: object;
}

/** What a simulated person has shown about themselves, and what the scenario's rules conclude: as the tracker infers it, with the person's own journey for all that is known of them. */
export class Shown {
  private readonly responses: PersonalResponse[] = [];
  private readonly touches = new Map<string, SentTouch>();
  private readonly inferred = new Map<string, Conclusion & { readonly source: string }>();

  constructor(
    private readonly rules: readonly Inference[],
    private readonly person: { readonly scenario: string; readonly zone: string },
  ) {}

  arrived({ touch, message, medium }: Pick<HeldTouch, 'touch' | 'message' | 'medium'>, at: number): void {
    this.touches.set(touch, { scenario: this.person.scenario, message, medium, at, answered: false });
  }

  /**
   * @param told all that was given of the person or told by them: that stands
   * @returns what the journey is told with the response; nothing where nothing is inferred.
   */
  respond({ touch, message, medium, variant, props }: HeldTouch, { kind, at, link, told }: { readonly kind: Kind; readonly at: number; readonly link: unknown; readonly told: object }): InferredFacts | undefined {
    if (!TELLING.includes(kind)) return undefined;
    const { scenario, zone } = this.person;
    const local = at + offsetOf(zone, at);
    const named = { ...(variant === undefined ? {} : { variant }), ...(typeof link === 'string' ? { link } : {}) };
    this.responses.push({ scenario, message, medium, props: props as PersonalResponse['props'], kind, at, hour: Math.floor(local / HOUR) % 24, day: Math.floor(local / (24 * HOUR)), ...named });
    const answered = this.touches.get(touch);
    if (answered) this.touches.set(touch, { ...answered, answered: true });
    for (const { fact, source, conclude } of this.rules) {
      const conclusion = fact in told ? undefined : conclude({ scenario, responses: this.responses, touches: [...this.touches.values()], now: at });
      if (conclusion && conclusion.certainty >= (this.inferred.get(fact)?.certainty ?? 0)) this.inferred.set(fact, { ...conclusion, source });
    }
    if (this.inferred.size === 0) return undefined;
    return Object.fromEntries([...this.inferred].filter(([fact]) => !(fact in told)).map(([fact, { value, source }]) => [fact, { value, source }]));
  }
}
