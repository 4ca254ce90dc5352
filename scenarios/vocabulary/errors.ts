/**
 * A scenario asked for something that can't be: a permanent error, since the same code will ask for it again.
 * `type` is stable and shows in Temporal UI as the failure's type.
 */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Thrown inside a scenario's body where it stands when its journey ends: by `journey.end`, a goal, an exit, `within` running out or an
 * operator. It is how `finally` blocks come to run; a scenario never catches it (a body that swallows it meets it again at its next step).
 */
export class JourneyEnded extends Error {
  override readonly name = 'JourneyEnded';
  constructor(readonly outcome: string) {
    super(`The journey has ended: ${outcome}`);
  }
}
