import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

/**
 * The system's own Chromium, by the folders of PATH.
 *
 * @throws Error that says how to get one.
 */
export function findChromium(path = process.env['PATH'] ?? ''): string {
  for (const folder of path.split(delimiter)) {
    for (const name of NAMES) {
      const file = join(folder, name);
      if (folder !== '' && isExecutable(file)) return file;
    }
  }
  throw new Error('Expected Chromium or Chrome on the PATH to write a PDF, got none. Install it (apt-get install chromium, or your system’s own way), or write the report with --html and print that.');
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
