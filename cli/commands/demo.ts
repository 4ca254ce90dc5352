import { InvalidArgumentError, Option, type Command } from 'commander';
import { runDemo } from '../demo/index.ts';

/** Where people expect things; others are taken where these are not free. */
const PORTS = { tracker: 8080, sandbox: 8025, dashboard: 8090, temporal: 7233, temporalUi: 8233 };

interface DemoCommandOptions {
  readonly seed: string;
  readonly keep: boolean;
  readonly prospects?: number;
  readonly speed: number;
  readonly out: string;
  readonly port: number;
}

/** `parcours demo`: a whole campaign in two minutes, on real parts, with a crowd that acts on it. */
export function register(program: Command): void {
  program
    .command('demo')
    .description('run a whole campaign on real parts in two minutes: print, personal pages, mails, a social page, and a crowd that acts on it')
    .option('--seed <text>', 'of what the crowd decides: the same seed, the same decisions', '15')
    .option('--keep', 'leave everything up after the report, until Ctrl-C', false)
    .option('--prospects <number>', "so many of the scenario's 200 people at most", positive)
    .addOption(new Option('--speed <days>', 'campaign days per second').argParser(positive).default(1))
    .option('--out <folder>', 'where PDFs, manifests and logs go', 'out')
    .addOption(new Option('--port <number>', "the tracker's, where it is free; 0 takes free ports for all").argParser(portNumber).default(PORTS.tracker))
    .action(demo);
}

async function demo({ seed, keep, prospects, speed, out, port }: DemoCommandOptions): Promise<void> {
  const { whole } = await runDemo({
    ...{ seed, keep, speed, screen: process.stdout },
    ...(prospects === undefined ? {} : { prospects }),
    stack: { out, ports: port === 0 ? {} : { ...PORTS, tracker: port } },
  });
  process.exitCode = whole ? 0 : 1;
}

function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0 && Number.isFinite(number))) throw new InvalidArgumentError(`Expected a number above 0, got '${text}'.`);
  return number;
}

function portNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError(`Expected a port from 0 to 65535, got '${text}'.`);
  return number;
}
