import type { Command } from 'commander';
import type { Decided } from '../../store/index.ts';
import { withStore } from '../campaign/connect.ts';

interface Options {
  readonly accept?: string;
  readonly dismiss?: string;
  readonly by?: string;
  readonly because?: string;
  readonly json?: boolean;
  readonly language: string;
}

/** `parcours lessons <campaign>`: what a campaign teaches; and an operator's answer to it. */
export function register(program: Command): void {
  program
    .command('lessons')
    .description('say what a campaign teaches, with numbers and certainty; accept what it proposes, or dismiss it')
    .argument('<campaign>', 'such as spring-2027')
    .option('--accept <lesson>', 'let running journeys go by it from now on; its name stands above it in the list')
    .option('--dismiss <lesson>', 'leave it, until the data say something else')
    .option('--by <name>', 'who accepts or dismisses')
    .option('--because <reason>', 'kept with the decision')
    .option('--language <language>', 'en or fr', 'en')
    .option('--json', 'the same as JSON')
    .action(lessons);
}

async function lessons(campaignId: string, { accept, dismiss, by, because, json = false, language }: Options): Promise<void> {
  if (language !== 'en' && language !== 'fr') throw new Error(`Expected --language en or fr, got '${language}'.`);
  if (accept !== undefined && dismiss !== undefined) throw new Error('Expected --accept or --dismiss, got both. Decide one lesson at a time.');
  const [{ writeLessons }, { contentOf }, { acceptLesson, dismissLesson, lessonsOf }, { lessonLines }, { decidedLines }] = await Promise.all([
    import('../../activities/lessons/write-lessons.ts'),
    import('../../scenarios/content/index.ts'),
    import('../../store/index.ts'),
    import('../report/lesson-lines.ts'),
    import('../report/decided-lines.ts'),
  ]);
  await withStore(async (store) => {
    const key = accept ?? dismiss;
    // What the operator read, before the data are looked at once more.
    const ground = key === undefined ? undefined : (await lessonsOf(store, campaignId)).lessons.find((lesson) => lesson.key === key)?.ground;
    await writeLessons({ store, contentOf }, { campaignId });
    if (key === undefined) {
      const known = await lessonsOf(store, campaignId);
      const look = { columns: process.stdout.columns ?? 80, colours: process.stdout.isTTY === true, language } as const;
      process.stdout.write(json ? `${JSON.stringify(known, null, 2)}\n` : `${lessonLines(known, { campaignId, ...look }).join('\n')}\n`);
      return;
    }
    if (by === undefined) throw new Error('Expected --by <name> with a decision, got none. It is kept with who made it.');
    const decision = { campaignId, key, by, ...(because === undefined ? {} : { because }), ...(ground === undefined ? {} : { ground }) };
    const decided: Decided = await (accept === undefined ? dismissLesson : acceptLesson)(store, decision);
    process.stdout.write(json ? `${JSON.stringify(decided, null, 2)}\n` : `${decidedLines(decided, { campaignId, language }).join('\n')}\n`);
    if (decided.result === 'changed' || decided.result === 'otherwise') process.exitCode = 1;
  });
}
