import { z } from 'zod';
import { openIccProfile, type IccProfile } from './icc-profile.ts';
import { openOutput, type Prepress } from './prepress.ts';
import { CONDITION_IDENTIFIERS } from './print-condition.ts';

/** What a process's environment says about printing; part of its settings. The profile is read when they are. */
export const PREPRESS_SETTINGS = {
  PARCOURS_ICC_PROFILE: z
    .string()
    .min(1)
    .transform((path, context): IccProfile => {
      try {
        return openIccProfile(path);
      } catch (error) {
        context.issues.push({ code: 'custom', message: (error as Error).message, input: path });
        return z.NEVER;
      }
    })
    .optional(),
  PARCOURS_PRINT_CONDITION: z.enum(CONDITION_IDENTIFIERS, { error: `Expected one of ${CONDITION_IDENTIFIERS.join(', ')}` }).optional(),
  PARCOURS_CROP_MARKS: z.stringbool().default(false),
};

const settings = z.object(PREPRESS_SETTINGS);

/** How PDFs are made ready for the press, as the settings say. */
export function prepressOf({ PARCOURS_ICC_PROFILE: profile, PARCOURS_PRINT_CONDITION: condition, PARCOURS_CROP_MARKS: cropMarks }: z.infer<typeof settings>): Prepress {
  return { cropMarks, output: openOutput({ profile, condition }) };
}
