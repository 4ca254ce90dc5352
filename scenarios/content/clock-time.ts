import { z } from 'zod';
import type { ClockTime } from '../vocabulary/index.ts';

/** A fact that is a time of day where the prospect lives, such as `18:00`; `journey.at` takes it as it is. */
export const clockTime = z.custom<ClockTime>((value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value), { error: 'Expected a time of day such as 18:00' });
