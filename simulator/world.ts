import type { AnyMessage } from '../scenarios/content/message.ts';
import { STANDARD_PARAMETERS, CURVES, type AnyPopulation, type SyntheticProspect } from '../scenarios/content/population.ts';
import type { Inference } from '../scenarios/content/inference.ts';
import type { Policies } from '../scenarios/content/policies.ts';
import { milliseconds, workflowTypeOf, type AnyScenario, type Kind, type TouchMedium } from '../scenarios/vocabulary/index.ts';
import { inHomeEstimate } from '../engine/in-home.ts';
import { hashOf, PersonalDraw, quantile } from './draw.ts';
import { ResponseModel } from './response-model.ts';
import { Tally, type MessageTally } from './tally.ts';
import { Shown } from './shown.ts';
import { settled } from './virtual-time.ts';

const DAY = 86_400_000;

/** What the simulator must know of a message. */
export type MessageFigures = Pick<AnyMessage, 'medium' | 'purpose' | 'cost'> & { readonly deliveryDays?: number; readonly postageClass?: string };

/** What a run is made of. */
export interface WorldOptions {
  readonly scenario: AnyScenario;
  readonly population: AnyPopulation;
  /** By name; a scenario's content has them. */
  readonly messages: Readonly<Record<string, MessageFigures>>;
  /** How variants and branches are chosen, by choice point; by the even split unless said. */
  readonly policies?: Policies;
  /** What is inferred about people from what they do. */
  readonly inferences?: readonly Inference[];
  /** A whole number. */
  readonly seed: number;
  /** Of the population's parameters. */
  readonly settings: Readonly<Record<string, number>>;
  /** When the first person enters. */
  readonly start: number;
  /** Milliseconds from one print cut-off to the next. */
  readonly printEvery: number;
  /** Milliseconds after which a person is no longer followed. */
  readonly horizon: number;
}

/** What becomes of a touch on its way. */
export interface Fate {
  readonly lost?: { readonly kind: 'returned' | 'bounced'; readonly at: number; readonly data: Readonly<Record<string, unknown>> };
  /** When it is with the person. */
  readonly arrives: number;
  /** Whether carrier or provider says so. */
  readonly reported: boolean;
}

/** All that the people of one run share. */
export class World {
  readonly tally = new Tally();
  readonly model: ResponseModel;
  readonly scenario: AnyScenario;
  readonly within: number;
  readonly horizon: number;
  private readonly draw = new PersonalDraw();
  private readonly parameters: Readonly<Record<keyof typeof STANDARD_PARAMETERS, number>>;

  constructor(private readonly options: WorldOptions) {
    this.scenario = options.scenario;
    this.within = milliseconds(options.scenario.within);
    this.horizon = options.horizon;
    this.model = new ResponseModel(options.population, options.settings, options.seed);
    this.parameters = { ...STANDARD_PARAMETERS, ...this.model.parameters };
  }

  prospect(number: number): SyntheticProspect<object> {
    return this.options.population.prospect(this.of(number, 'prospect'), this.model.parameters as never);
  }

  /** What will be inferred about somebody; none where the scenario infers nothing. */
  shown(zone: string): Shown | undefined {
    const { inferences, scenario } = this.options;
    return inferences && new Shown(inferences, { scenario: scenario.name, zone });
  }

  isHeldOut(number: number, share: number): boolean {
    return this.of(number, 'campaign').chance('holdout', share);
  }

  /** Chooses as the policy is declared: by its weights if it declares them, else by the even split; a simulation does not learn. */
  chosen(number: number, { id, point, among }: { id: string; point: string; among: readonly string[] }): string {
    const policy = this.options.policies?.[point];
    const draw = this.of(number, id);
    if (policy?.kind !== 'split' || !policy.weights) return draw.pick('variant', among);
    const weights = policy.weights;
    return draw.weighed('variant', Object.fromEntries(among.map((arm) => [arm, weights[arm] ?? 0])));
  }

  figures(message: string): MessageFigures {
    const figures = this.options.messages[message];
    if (figures) return figures;
    throw new Error(`Expected ${workflowTypeOf(this.scenario)} to have a message '${message}' in its content, got ${Object.keys(this.options.messages).join(', ')}.`);
  }

  message(name: string, medium: TouchMedium): MessageTally {
    return this.tally.messages.get(name) ?? this.tally.message(name, { medium, cost: this.figures(name).cost });
  }

  /** The first run whose cut-off comes after this time, and when what it prints is expected in a letter box of a zone. */
  printRun(message: string, at: number, zone: string): { handedOver: number; inHome: number } {
    const { printEvery } = this.options;
    const handedOver = (Math.floor(at / printEvery) + 1) * printEvery;
    const { postageClass, deliveryDays = 0 } = this.figures(message);
    return { handedOver, inHome: inHomeEstimate({ handedOver, postageClass, deliveryDays, zone }) };
  }

  fate(number: number, { touch, medium, estimate, handedOver }: { touch: string; medium: TouchMedium; estimate: number; handedOver: number | undefined }): Fate {
    const draw = this.of(number, touch);
    const p = this.parameters;
    if (medium === 'print') {
      const spread = p['print.spread'] === 0 ? 0 : draw.normal('days late', 0, p['print.spread']) * DAY;
      const arrives = Math.max(handedOver ?? estimate, Math.round(estimate + spread));
      const reported = p['print.reported'] > 0 && draw.chance('carrier reports', p['print.reported']);
      if (!draw.chance('returned', p['print.returned'])) return { arrives, reported };
      return { lost: { kind: 'returned', at: estimate + quantile(CURVES.returnedMail, draw.uniform('returned after')), data: RETURNED }, arrives, reported };
    }
    const reported = draw.chance('provider reports', p['email.reported']);
    if (!draw.chance('bounced', p['email.bounced'])) return { arrives: estimate, reported };
    return { lost: { kind: 'bounced', at: estimate, data: BOUNCED }, arrives: estimate, reported };
  }

  isGoal(kind: Kind): boolean {
    return this.scenario.goal.includes(kind);
  }

  /** Days since the first person entered. */
  dayOf(at: number): number {
    return (at - this.options.start) / DAY;
  }

  settled(): Promise<void> {
    return settled();
  }

  private of(number: number, scope: string): PersonalDraw {
    return this.draw.of(this.options.seed, number).within(hashOf(scope));
  }
}

/** Where in the arrivals somebody enters: 0 to 1. */
export function arrivalOf(seed: number, number: number): number {
  return new PersonalDraw().of(seed, number).within(hashOf('campaign')).uniform('arrives');
}

const RETURNED = { reason: 'moved' };
const BOUNCED = { permanent: true };
