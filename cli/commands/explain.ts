import { type Command } from 'commander';
import picocolors from 'picocolors';
import { explainJourney } from '../../client/index.ts';
import { chanceWords } from '../../engine/index.ts';
import { withTemporal } from '../journeys/connected.ts';

/** `parcours explain <journey>`: why each touch was sent or not, and what each wait was for. */
export function register(program: Command): void {
  program
    .command('explain')
    .description('say why each touch of a journey was sent or not, and what each wait was for')
    .argument('<journey>', '<campaign>/<prospect>, such as spring-2027/p-001')
    .option('--json', 'for machines')
    .action(explain);
}

async function explain(journeyId: string, { json = false }: { json?: boolean }): Promise<void> {
  const explanation = await withTemporal((client) => explainJourney(client, journeyId));
  if (json) return void process.stdout.write(`${JSON.stringify(explanation, undefined, 2)}\n`);
  const c = picocolors.createColors(process.stdout.isTTY === true);
  const when = (at: number) => c.dim(new Date(at).toISOString().slice(0, 16).replace('T', ' '));
  const { touches, waits, choices = [], ended } = explanation;
  const lines = [
    c.bold(journeyId),
    ...touches.map(({ at, touch, sent, why, variant, decision, recalled }) => `${when(at)}  ${sent ? c.green('✓') : c.yellow('–')} ${touch}  ${why}${variant ? ` (variant ${variant}${decision ? `, ${chanceWords(decision)}` : ''})` : ''}${recalled ? `, ${recalled}` : ''}`),
    ...waits.map(({ from, until, expected, together, endedBy }) => {
      const wanted = expected.join(together === 'all' ? ' and ' : together === 'sequence' ? ' then ' : ' or ');
      return `${when(from)}  ${c.cyan('…')} ${wanted}  ${endedBy === undefined ? `until ${new Date(until).toISOString().slice(0, 16).replace('T', ' ')}` : `ended by ${[endedBy].flat().join(', ')}`}`;
    }),
    ...choices.map(({ at, choice, arm, options, ...decision }) => `${when(at)}  ${c.magenta('◆')} ${choice}  ${arm}, of ${options.join(', ')} (${chanceWords(decision)})`),
    ...(ended ? [c.bold(`ended: ${ended.outcome} (${ended.by}${ended.detail === undefined ? '' : `: ${ended.detail}`})`)] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
