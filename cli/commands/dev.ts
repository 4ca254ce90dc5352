import type { Command } from 'commander';
import picocolors from 'picocolors';
import { panel, padded } from '../report/panel.ts';
import { startStack, STACK_FOLDER, writeStackFile, type Stack } from '../stack/index.ts';

/** Where people expect things in development; others are taken where these are not free. */
const PORTS = { tracker: 8080, sandbox: 8025, dashboard: 8090, temporal: 7233, temporalUi: 8233 };

interface DevOptions {
  readonly folder: string;
  readonly out: string;
  readonly publicUrl?: string;
}

/** `parcours dev`: the stack alone, kept up until Ctrl-C, its data kept for the next time. */
export function register(program: Command): void {
  program
    .command('dev')
    .description('keep up PostgreSQL, Temporal with its UI, the worker, the tracker, the dashboard and the mail sandbox, until Ctrl-C')
    .option('--folder <folder>', 'where the database and the journeys are kept between runs', STACK_FOLDER)
    .option('--out <folder>', 'where PDFs, manifests and logs go', 'out')
    .option('--public-url <url>', "the tracker's address in QR codes and links, as people reach it from outside")
    .action(dev);
}

async function dev({ folder, out, publicUrl }: DevOptions): Promise<void> {
  process.stderr.write('Starting…\n');
  const stack = await startStack({
    ...{ folder, out, ui: true, ports: PORTS, dashboard: { operator: 'dev' }, stopOnSignals: true },
    ...(publicUrl ? { publicUrl: publicUrl.replace(/\/+$/, '') } : {}),
    onDeath: (message) => process.stderr.write(`${message}\n`),
  });
  const forget = writeStackFile(stack.env);
  // The stack's own handling of Ctrl-C ends this process: what is left to do, is done then.
  process.once('exit', forget);
  process.stdout.write(`${welcome(stack)}\n`);
}

function welcome({ addresses, env, operator }: Stack): string {
  const { bold, cyan, dim, green } = picocolors;
  const row = (name: string, value: string): string => `${padded(name, 14)} ${value}`;
  const lines = [
    '',
    row('Dashboard', cyan(`${addresses.dashboard}/sign-in?name=${operator?.name}`)),
    row('', `${operator?.name}  ${bold(operator?.password ?? '')}  ${dim('a new password at each start')}`),
    row('Temporal UI', addresses.temporalUi ? cyan(addresses.temporalUi) : dim('that of the server TEMPORAL_ADDRESS names')),
    row('Mailbox', cyan(addresses.sandbox)),
    row('Mailpieces', `${cyan(`${addresses.sandbox}/lob`)}  ${dim('printed by Lob')}`),
    row('Tracker', cyan(env['PARCOURS_PUBLIC_URL'] ?? addresses.tracker)),
    '',
    row('Temporal', addresses.temporal),
    row('PostgreSQL', addresses.database.replace(/:\/\/([^:]+):[^@]*@/, '://$1@')),
    row('Events API', `POST ${addresses.tracker}/v1/events`),
    row('API key', env['PARCOURS_API_KEY'] ?? ''),
    row('Logs', `${env['PARCOURS_OUT'] ?? 'out'}/logs/`),
    '',
    `${bold('npx parcours import')} and ${bold('launch')} find it, when called in this folder.`,
    dim('Ctrl-C stops everything; the database and the journeys are kept.'),
    '',
  ];
  const width = Math.min(100, Math.max(78, process.stdout.columns ?? 78));
  return panel({ title: `${green('●')} ${bold('Parcours is up')}`, lines, width, frame: dim }).join('\n');
}
