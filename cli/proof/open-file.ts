import { spawn } from 'node:child_process';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] };

/**
 * Opens a file in whatever the desktop opens such files with, and does not wait for it.
 *
 * @returns false where there is no such program.
 */
export async function openFile(path: string, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  const opener = OPENERS[platform];
  if (!opener) return false;
  const [command, ...args] = opener;
  const viewer = spawn(command, [...args, path], { detached: true, stdio: 'ignore', env: process.env });
  viewer.unref();
  return new Promise((resolve) => {
    viewer.once('spawn', () => resolve(true));
    viewer.once('error', () => resolve(false));
  });
}
