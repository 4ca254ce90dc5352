import { STANDARD_PARAMETERS, type About, type AnyPopulation, type AnyPossible, type Curve, type Trigger } from '../scenarios/content/population.ts';
import { REPORTS_OF, type Kind, type Response, type TouchMedium } from '../scenarios/vocabulary/index.ts';
import { hashOf, mixed, PersonalDraw } from './draw.ts';

/** A response that will come unless something prevents it. */
export interface Coming {
  readonly kind: Kind;
  /** Milliseconds after what it reacts to. */
  readonly delay: number;
  readonly data: Readonly<Record<string, unknown>> | undefined;
  readonly evidence: 'human' | 'bot' | 'scan' | 'logical' | 'estimated';
  /** Euros. */
  readonly worth: number;
  /** Whether the touch that is reacted to can be answered so; if not it is about the person. */
  readonly ofTouch: boolean;
}

/** What is reacted to. */
export interface Cause {
  readonly message?: string;
  readonly medium?: TouchMedium;
  readonly variant?: string;
  readonly occurrence?: number;
  readonly props?: Readonly<Record<string, unknown>>;
  readonly chosen?: Readonly<Record<string, string>> | undefined;
  readonly response?: Response;
}

type Asked = { -readonly [K in keyof About<object, string>]: About<object, string>[K] };

/** A reaction, ready to be asked. */
interface Ready {
  readonly reaction: AnyPossible;
  readonly chance: number | ((about: Asked) => number);
  readonly after: Curve | ((about: Asked) => Curve);
  readonly data: object | ((about: Asked) => object) | undefined;
  readonly worth: number | ((about: Asked) => number) | undefined;
  /** Scope of its random numbers. */
  readonly scope: number;
  /** Scope of the one draw that the reactions of a group share. */
  readonly group: number | undefined;
}

const CHANCE = 'chance';
const DELAY = 'delay';

/**
 * How the people of a population respond, made ready for millions of them: which reactions a touch or a response may have is looked up, not
 * searched. One model serves one run; its `about` object is used again for each question.
 */
export class ResponseModel {
  readonly parameters: Readonly<Record<string, number>>;
  private readonly spontaneous: readonly Ready[];
  private readonly known = new Map<string, readonly Ready[]>();
  private readonly draw = new PersonalDraw();
  private readonly person = new PersonalDraw();
  private readonly about: Asked;

  constructor(
    private readonly population: AnyPopulation,
    settings: Readonly<Record<string, number>>,
    private readonly seed: number,
  ) {
    this.parameters = { ...STANDARD_PARAMETERS, ...population.parameters, ...settings };
    this.about = { facts: {}, parameters: this.parameters, draw: this.draw, person: this.person };
    this.spontaneous = ready(population.spontaneous, 'spontaneous');
  }

  /** What somebody does of their own accord, counted from the day they enter. */
  ofTheirOwn(person: number, facts: object): Coming[] {
    return this.comings(person, { facts, cause: {}, candidates: this.spontaneous, scope: 0 });
  }

  /** What follows a touch (no response in the cause) or a response. */
  after(person: number, facts: object, cause: Cause): Coming[] {
    const candidates = this.candidates(cause);
    if (candidates.length === 0) return [];
    const scope = mixed(hashOf(cause.message ?? '') + (cause.occurrence ?? 0)) ^ hashOf(cause.response?.kind ?? '');
    return this.comings(person, { facts, cause, candidates, scope });
  }

  private comings(person: number, { facts, cause, candidates, scope }: { facts: object; cause: Cause; candidates: readonly Ready[]; scope: number }): Coming[] {
    const { about, draw } = this;
    draw.of(this.seed, person);
    this.person.of(this.seed, person);
    this.ask(facts, cause);
    const coming: Coming[] = [];
    // What the reactions of a group have used up of their draw.
    let group: number | undefined;
    let used = 0;
    for (const one of candidates) {
      const own = scope ^ one.scope;
      draw.within(own);
      const chance = typeof one.chance === 'number' ? one.chance : one.chance(about);
      if (!(chance >= 0)) throw new Error(`Expected the chance of '${one.reaction.response}'${cause.message === undefined ? '' : ` after ${cause.message}`} to be a number from 0 to 1, got ${chance}. Look into population.ts.`);
      let comes: boolean;
      if (one.group === undefined) comes = draw.uniform(CHANCE) < chance;
      else {
        if (one.group !== group) [group, used] = [one.group, 0];
        draw.within(scope ^ one.group);
        const drawn = draw.uniform(CHANCE);
        comes = drawn >= used && drawn < used + chance;
        used += chance;
        draw.within(own);
      }
      if (comes) coming.push(this.made(one, cause));
    }
    return coming;
  }

  private ask(facts: object, { message, medium, variant, occurrence, props, chosen, response }: Cause): void {
    const about: { [K in keyof Asked]: Asked[K] | undefined } = this.about;
    about.facts = facts;
    about.message = message;
    about.medium = medium;
    about.variant = variant;
    about.occurrence = occurrence;
    about.props = props;
    about.chosen = chosen;
    about.response = response;
  }

  private made({ reaction, after, data, worth }: Ready, { medium }: Cause): Coming {
    const { about, draw } = this;
    const kind = reaction.response;
    const said = (typeof data === 'function' ? data(about) : data) as Readonly<Record<string, unknown>> | undefined;
    const brings = worth === undefined ? (kind === 'purchase' ? Number(said?.['amount'] ?? 0) : 0) : typeof worth === 'number' ? worth : worth(about);
    return {
      kind,
      delay: draw.delay(DELAY, typeof after === 'function' ? after(about) : after),
      data: said,
      evidence: reaction.evidence ?? 'human',
      worth: brings,
      ofTouch: medium !== undefined && (REPORTS_OF[medium] as readonly Kind[]).includes(kind),
    };
  }

  private candidates({ message, medium, response }: Cause): readonly Ready[] {
    const key = `${message ?? ''} ${response?.kind ?? ''}`;
    const before = this.known.get(key);
    if (before) return before;
    const found = ready(
      this.population.reactions.filter(({ to }) => fits(to, { message, medium, response })),
      '',
    );
    this.known.set(key, found);
    return found;
  }
}

function fits({ message, medium, response }: Trigger, cause: { message: string | undefined; medium: TouchMedium | undefined; response: Response | undefined }): boolean {
  if (response === undefined ? cause.response !== undefined : !cause.response || !among(response, cause.response.kind)) return false;
  return (message === undefined || (cause.message !== undefined && among(message, cause.message))) && (medium === undefined || medium === cause.medium);
}

function among(wanted: string | readonly string[], one: string): boolean {
  return typeof wanted === 'string' ? wanted === one : wanted.includes(one);
}

/** Reactions of a group next to each other, each with its scope: the response and how many of that response came before, not its place in the file. */
function ready(reactions: readonly AnyPossible[], prefix: string): Ready[] {
  const counts = new Map<string, number>();
  const all = reactions.map((reaction): Ready => {
    const nth = (counts.get(reaction.response) ?? 0) + 1;
    counts.set(reaction.response, nth);
    const { chance, after, data, worth, oneOf, response } = reaction;
    return { reaction, chance, after, data, worth, scope: hashOf(`${prefix} ${response} ${nth}`), group: oneOf === undefined ? undefined : hashOf(`${prefix} one of ${oneOf}`) } as Ready;
  });
  return all.sort((one, other) => (one.group ?? 0) - (other.group ?? 0));
}
