import { findChromium } from './chromium.ts';

/**
 * A page of our own as PDF on A4, by the system's Chromium: in light colours, with page numbers, a little smaller than on a screen, so that three charts fit a page.
 *
 * @throws Error when there is no Chromium, or it fails.
 */
export async function printPage(html: string, { title }: { readonly title: string }): Promise<Buffer> {
  const executablePath = findChromium();
  const { chromium } = await import('playwright-core');
  // In a container Chromium can't make its sandbox; the page is ours, and its own policy lets nothing run or load.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] }).catch((error: unknown) => {
    throw new Error(`Expected ${executablePath} to start, got: ${String(error).split('\n')[0]}. Write the report with --html and print that.`, { cause: error });
  });
  try {
    const page = await browser.newPage({ colorScheme: 'light', javaScriptEnabled: false });
    await page.setContent(html, { waitUntil: 'load' });
    const small = 'font:8px system-ui,sans-serif;color:#6a716c;width:100%;padding:0 12mm;display:flex;justify-content:space-between';
    const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return await page.pdf({ format: 'A4', scale: 0.8, printBackground: true, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: `<div style="${small}"><span>${escaped}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`, margin: { top: '14mm', bottom: '16mm', left: '12mm', right: '12mm' }, tagged: true });
  } finally {
    await browser.close();
  }
}
