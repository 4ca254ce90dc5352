import type { AnyScenario, Journey, Messages, SendWindow, TouchOptions } from '../scenarios/vocabulary/index.ts';

/**
 * The scenario with a path that notes the windows which it sets for single touches: whoever checks the touches must know of them, and must not
 * have to believe the engine.
 */
export function watched(scenario: AnyScenario, windows: Map<string, SendWindow | undefined>): AnyScenario {
  const path = scenario.path as (journey: Journey<object, Messages>) => Promise<void>;
  return {
    ...scenario,
    path: (journey: Journey<object, Messages>) => {
      let times: Map<string, number> | undefined;
      const note = (message: string, options: TouchOptions | undefined) => {
        const before = (times ??= new Map<string, number>()).get(message) ?? 0;
        times.set(message, before + 1);
        if (options?.window) windows.set(`${message}/${before + 1}`, options.window);
      };
      const { print, email, inviteToFollow } = journey;
      return path(
        Object.assign(journey, {
          print: (message, props, options) => (note(message, options), print(message, props, options)),
          email: (message, props, options) => (note(message, options), email(message, props, options)),
          inviteToFollow: (message, props, options) => (note(message, options), inviteToFollow(message, props, options)),
        } satisfies Partial<Journey<object, Messages>>),
      );
    },
  } as AnyScenario;
}
