import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Takes a picture of a page by Chromium (`apt-get install chromium`) and keeps it as a PNG file; `clear` leaves what the page does not paint transparent. */
export async function shoot(file: string, { url, width, height, clear = false }: { url: string; width: number; height: number; clear?: boolean }): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'parcours-chromium-'));
  await run('chromium', [...QUIET, `--user-data-dir=${profile}`, '--hide-scrollbars', '--timeout=12000', ...(clear ? ['--default-background-color=00000000'] : []), `--window-size=${width},${height}`, `--screenshot=${file}`, url]);
  await rm(profile, { recursive: true, force: true });
}
