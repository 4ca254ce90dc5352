import { Option, type Command } from 'commander';
import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import type { Decided, Store } from '../../store/index.ts';
import { withStore } from '../campaign/connect.ts';

interface Options {
  readonly accept?: string;
  readonly dismiss?: string;
  readonly restore?: string;
  readonly medium?: TouchMedium;
  readonly by?: string;
  readonly because?: string;
  readonly json?: boolean;
  readonly language: string;
}

/** `parcours lessons <campaign>`: what a campaign teaches; and an operator's answer to it. */
export function register(program: Command): void {
  program
    .command('lessons')
    .description('say what a campaign teaches, with numbers and certainty; accept what it proposes, dismiss it, or write again to whom it dropped')
    .argument('<campaign>', 'such as spring-2027')
    .option('--accept <lesson>', 'let running journeys go by it from now on; its name stands above it in the list')
    .option('--dismiss <lesson>', 'leave it, until the data say something else')
    .option('--restore <segment>', 'write again to people that were dropped; such as boilerAge<5, as the list names them')
    .addOption(new Option('--medium <medium>', 'for which they were dropped; none where it was for every medium').choices(['print', 'email', 'social']))
    .option('--by <name>', 'who accepts, dismisses or restores')
    .option('--because <reason>', 'kept with the decision')
    .option('--language <language>', 'en or fr', 'en')
    .option('--json', 'the same as JSON')
    .action(lessons);
}

async function lessons(campaignId: string, { restore, medium, ...options }: Options): Promise<void> {
  const { accept, dismiss, by, because, json = false, language } = options;
  if (language !== 'en' && language !== 'fr') throw new Error(`Expected --language en or fr, got '${language}'.`);
  if (accept !== undefined && dismiss !== undefined) throw new Error('Expected --accept or --dismiss, got both. Decide one lesson at a time.');
  if (restore !== undefined) return restored(campaignId, { restore, medium, ...options });
  if (medium !== undefined) throw new Error('Expected --medium with --restore, got it alone.');
  const [{ writeLessons }, { contentOf }, { acceptLesson, dismissLesson, droppedSegments, lessonsOf }, { lessonLines }, { droppedLines }, { decidedLines }] = await Promise.all([
    import('../../activities/lessons/write-lessons.ts'),
    import('../../scenarios/content/index.ts'),
    import('../../store/index.ts'),
    import('../report/lesson-lines.ts'),
    import('../report/dropped-lines.ts'),
    import('../report/decided-lines.ts'),
  ]);
  await withStore(async (store) => {
    const key = accept ?? dismiss;
    // What the operator read, before the data are looked at once more.
    const ground = key === undefined ? undefined : (await lessonsOf(store, campaignId)).lessons.find((lesson) => lesson.key === key)?.ground;
    await writeLessons({ store, contentOf }, { campaignId });
    if (key === undefined) {
      const [known, dropped] = await Promise.all([lessonsOf(store, campaignId), droppedSegments(store, campaignId)]);
      const look = { columns: process.stdout.columns ?? 80, colours: process.stdout.isTTY === true, language } as const;
      process.stdout.write(json ? `${JSON.stringify({ ...known, dropped }, null, 2)}\n` : `${[...lessonLines(known, { campaignId, ...look }), ...droppedLines(dropped, { campaignId, ...look })].join('\n')}\n`);
      return;
    }
    if (by === undefined) throw new Error('Expected --by <name> with a decision, got none. It is kept with who made it.');
    const decision = { campaignId, key, by, ...(because === undefined ? {} : { because }), ...(ground === undefined ? {} : { ground }) };
    const decided: Decided = await (accept === undefined ? dismissLesson : acceptLesson)(store, decision);
    process.stdout.write(json ? `${JSON.stringify(decided, null, 2)}\n` : `${decidedLines(decided, { campaignId, language }).join('\n')}\n`);
    if (decided.result === 'changed' || decided.result === 'otherwise') process.exitCode = 1;
  });
}

/** Lets the campaign write again to whom it dropped. */
async function restored(campaignId: string, { restore: rule, medium, accept, dismiss, by, because, json }: Options & { readonly restore: string }): Promise<void> {
  if (accept !== undefined || dismiss !== undefined) throw new Error('Expected --restore or a decision about a lesson, got both. Say one at a time.');
  if (by === undefined || because === undefined) throw new Error('Expected --by <name> and --because <reason> with --restore, for the record.');
  const [{ droppedSegments, restoreSegment }, { droppedWords }] = await Promise.all([import('../../store/index.ts'), import('../report/dropped-lines.ts')]);
  await withStore(async (store: Store) => {
    const asked = { rule, ...(medium === undefined ? {} : { medium }) };
    if (!(await restoreSegment(store, { campaignId, ...asked, by, because }))) {
      const dropped = (await droppedSegments(store, campaignId)).map(droppedWords);
      throw new Error(`Expected what ${campaignId} has dropped (${dropped.join('; ') || 'nothing'}), got ${droppedWords(asked)}.`);
    }
    const left = await droppedSegments(store, campaignId);
    process.stdout.write(json ? `${JSON.stringify({ restored: asked, dropped: left }, null, 2)}\n` : `Restored: no longer “${droppedWords(asked)}”, from each journey's next touch on.\n`);
  });
}
