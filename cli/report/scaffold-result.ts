import picocolors from 'picocolors';
import type { Scaffolded } from '../scaffold/index.ts';
import { padded } from './panel.ts';

/** What each file of a new scenario is for. */
const PURPOSE: readonly (readonly [RegExp, string])[] = [
  [/\/v1\.ts$/, 'the path: who gets what, and when'],
  [/\/facts\.ts$/, 'what is known of a person'],
  [/\/content\.ts$/, 'gathers messages, pages and facts'],
  [/\/brand\.ts$/, 'who speaks'],
  [/\/look\.tsx$/, 'colours and faces of mails and pages'],
  [/\/population\.ts$/, 'how people respond, for the simulator'],
  [/-wording\.ts$/, 'its words, by language'],
  [/\/index\.ts$/, 'gathers them by name'],
  [/postcard\.ts$/, 'the postcard, in French and English'],
  [/advice\.tsx$/, 'the mail, in two variants'],
  [/voucher\.tsx$/, 'the personal page'],
  [/\.test\.ts$/, 'plays the path branch by branch'],
];

/** What `parcours new` made and what to do next, as text: a pure function. */
export function renderScaffold({ name, created, changed }: Scaffolded, { colours }: { colours: boolean }): string {
  const c = picocolors.createColors(colours);
  const width = Math.max(...created.map((file) => file.length));
  const line = (file: string): string => {
    const purpose = PURPOSE.find(([pattern]) => pattern.test(file))?.[1];
    return purpose ? `  ${c.green('+')} ${padded(file, width)}  ${c.dim(purpose)}` : `  ${c.green('+')} ${file}`;
  };
  const step = (text: string, why: string): string => `  ${padded(text, width + 2)}  ${c.dim(why)}`;
  return [
    `${c.bold(name)} ${c.dim('· a scenario that runs as it is, to be made yours')}`,
    '',
    ...created.map(line),
    ...changed.map((file) => `  ${c.yellow('~')} ${padded(file, width)}  ${c.dim('a line more')}`),
    '',
    c.bold('Next'),
    step(`npx parcours check ${name}`, 'after each change'),
    step(`npx jest test/scenarios/${name}.test.ts`, 'what happens to whom'),
    step('docs/scenarios.md', 'how the path is written'),
  ].join('\n');
}
