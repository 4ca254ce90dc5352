import { type Command } from 'commander';
import picocolors from 'picocolors';
import { journeyLed } from '../../client/index.ts';
import { scenarioOf } from '../../scenarios/index.ts';
import { whatIf, wouldAccept, type Happening } from '../../simulator/index.ts';
import { happeningOption } from '../journeys/happening-option.ts';
import { withTemporal } from '../journeys/connected.ts';

/** `parcours whatif <journey>`: forks a journey in memory and lets things happen to it. */
export function register(program: Command): void {
  program
    .command('whatif')
    .description('fork a live journey in memory and see how it would go on; nothing is sent, nothing is recorded')
    .argument('<journey>', '<campaign>/<prospect>, such as spring-2027/p-001')
    .option('--on <happening>', 'such as "scan of renewal-postcard after 2 days"; as often as you like', happeningOption)
    .option('--scenario-version <number>', 'led by another version of its scenario', Number)
    .action(tell);
}

async function tell(journeyId: string, { on = [], scenarioVersion }: { on?: readonly Happening<object>[]; scenarioVersion?: number }): Promise<void> {
  const led = await withTemporal((client) => journeyLed(client, journeyId));
  const type = scenarioVersion === undefined ? led.scenario : led.scenario.replace(/\.v\d+$/, `.v${scenarioVersion}`);
  const scenario = scenarioOf(type);
  const { accepted, why } = await wouldAccept(scenario, led.start);
  if (!accepted) throw new Error(`Expected ${type} to take over ${journeyId}, got a past that it can't have had: ${why}.`);
  const { timeline, ahead, outcome } = await whatIf(scenario, led.start, { on });
  const c = picocolors.createColors(process.stdout.isTTY === true);
  const past = timeline.slice(0, timeline.length - ahead.length);
  const lines = [c.bold(`${journeyId} · ${type}`), ...past.map((line) => c.dim(line)), c.cyan('── now ──'), ...ahead, c.bold(`would end: ${outcome}`)];
  process.stdout.write(`${lines.join('\n')}\n`);
}
