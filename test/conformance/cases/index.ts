/** Every case of the conformance suite, by what it is about. Workflow-safe: the bundle of the suite holds them. Exports only. */
import { branches } from './branches.ts';
import { choices } from './choices.ts';
import { ends } from './ends.ts';
import { groups } from './groups.ts';
import { operators } from './operators.ts';
import { sameInstant } from './same-instant.ts';
import { times } from './times.ts';
import { waits } from './waits.ts';

export const CASES = { waits, groups, times, ends, branches, choices, sameInstant, operators } as const;
export const EVERY_CASE = Object.values(CASES).flat();
