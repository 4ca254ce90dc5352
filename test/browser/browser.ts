import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 at level AA, and what it builds on. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A phone of today, upright; its name is a person's, for a headless Chromium's own is known as a machine's. */
export const PHONE: BrowserContextOptions = { userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'fr-FR' };

/** The system's Chromium, for the tests of one file. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: pathOfChromium(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
}

function pathOfChromium(): string {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // The next name.
    }
  }
  throw new Error('Expected Chromium on the PATH for tests in a browser, got none. Install it: apt-get install chromium, or your system’s own way.');
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What keeps some people from using a page as it stands now, each with the elements concerned; none of it may be. */
export async function barriers(page: Page): Promise<string[]> {
  // The page's own policy runs no script but its own; what the devtools evaluate is above it.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ violations: Violation[] }>(`axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(WCAG)} } })`);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html, failureSummary = '' }) => `${html.slice(0, 120)} ${failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`).join(' | ')}`);
}

/** Whether a reader must scroll sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');
}
