/** Where progress is shown: a terminal's line is rewritten each second, anything else gets a line now and every 20 seconds. */
export type Screen = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

const TERMINAL_EVERY = 1_000;
const LOG_EVERY = 20_000;

/**
 * Says what is being waited for, with the time it has taken, until `work` settles.
 *
 * @example await withProgress('Building the Temporal server', build(), process.stderr)
 */
export async function withProgress<Result>(what: string, work: Promise<Result>, screen: Screen): Promise<Result> {
  const began = Date.now();
  const show = (): void => {
    const line = `${what} (${elapsed(Date.now() - began)})`;
    screen.write(screen.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
  };
  show();
  const ticking = setInterval(show, screen.isTTY ? TERMINAL_EVERY : LOG_EVERY);
  try {
    return await work;
  } finally {
    clearInterval(ticking);
    if (screen.isTTY) screen.write('\r\x1b[2K');
  }
}

/** `0 s`, `45 s`, `3 min 05 s` */
export function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
