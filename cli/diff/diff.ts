import type { Exploration } from '../../simulator/explore/index.ts';
import { changesOf, type Change } from './changes.ts';
import { frameChanges } from './frame-changes.ts';
import { pairStories } from './pair-stories.ts';
import type { LiveChanges } from './live-changes.ts';
import { liveLines } from './live-lines.ts';

const SECTIONS = { touches: 'What people get', waits: 'How long it waits', ends: 'How journeys end' } as const;
const WORDS: Readonly<Record<string, string>> = { added: '**added**', removed: '**removed**', changed: '**changed**', earlier: '**moved**', later: '**moved**' };

/**
 * What changes from one version to another, for whom, as Markdown for a pull request: every story of either version is told under both, and what
 * differs is gathered by what is so of those for whom it does.
 *
 * @param live the people of a campaign whom the change concerns
 */
export async function diff(before: Exploration, after: Exploration, live?: LiveChanges): Promise<string> {
  const { name, version } = before.scenario;
  const frame = frameChanges(before.scenario, after.scenario);
  const changes = changesOf(await pairStories(before, after), after.chances);
  const sections = Object.entries(SECTIONS).flatMap(([section, title]) => {
    const lines = changes.filter((change) => change.section === section).map(line);
    return lines.length > 0 ? [`### ${title}`, '', ...lines, ''] : [];
  });
  const cut = [before, after].filter(({ cutShort }) => cutShort).map(({ scenario, stories }) => `Only the first ${stories.length.toLocaleString('en')} ways through v${scenario.version} were compared; there are more.`);
  return [
    `## ${name}: v${version} → v${after.scenario.version}`,
    '',
    ...(frame.length > 0 ? ['### For everybody, at any moment', '', ...frame.map((words) => `- ${words}`), ''] : []),
    ...sections,
    ...(frame.length === 0 && sections.length === 0 ? ['Nothing changes for anybody.', ''] : []),
    ...(cut.length > 0 ? [...cut, ''] : []),
    ...(live ? liveLines(live) : []),
  ].join('\n');
}

function line({ section, change, what, when, whom }: Change): string {
  const said = section === 'ends' ? what : `${WORDS[change]!}: ${what}${when ? `, ${when}` : ''}`;
  return `- ${said} — ${whom}`;
}
