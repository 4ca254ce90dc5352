import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import picocolors from 'picocolors';
import { wholeNumber } from '../simulate/settings.ts';

const PORT = 4400;

/** `parcours preview [scenario]`: every card, mail and page, as its readers get it, while it is being written. */
export function register(program: Command): void {
  program
    .command('preview')
    .summary('look at every card, mail and page of a scenario, while you write them')
    .description('Serves a preview of every scenario on this machine alone: cards as they are printed, mails on a desktop and a phone, by day and by night, personal pages before and after their form, in French and English, with checks. What changes on disk is seen at once. Needs no database and no Temporal.')
    .argument('[scenario]', 'such as boiler-renewal; the first unless said')
    .option('--port <number>', 'where it listens', wholeNumber(0, 65_535), PORT)
    .option('--open', 'open it in the browser')
    .action(preview);
}

async function preview(scenario: string | undefined, { port, open }: { port: number; open?: true }): Promise<void> {
  // Pages are rendered by React, ten times as fast without its development checks.
  process.env['NODE_ENV'] ??= 'production';
  const { startPreview } = await import('../preview/index.ts');
  const { bold, cyan, dim, green, red, yellow } = picocolors;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const { url, problem, close } = await startPreview({
    ...{ scenario, port },
    onReload: ({ took, problem: failed }) => say(failed ? `${red('✗')} ${failed.place ?? ''} ${failed.message}` : `${green('✓')} ${dim(`reloaded in ${(took / 1_000).toFixed(1)} s`)}`),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void close().then(() => process.exit(0)));
  say(`\n${green('●')} ${bold('Preview')} ${cyan(url)}`);
  say(dim('Files are watched: save, and look. Ctrl-C ends it.\n'));
  if (problem) say(`${yellow('The scenarios do not load yet:')} ${problem.place ?? ''} ${problem.message}`);
  if (open) openBrowser(url);
}

function openBrowser(url: string): void {
  const [command, ...args] = process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url];
  spawn(command!, args, { stdio: 'ignore', detached: true })
    .once('error', () => process.stdout.write(`Open ${url} in a browser; none was found here.\n`))
    .unref();
}
