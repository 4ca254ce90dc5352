import { InvalidArgumentError, type Command } from 'commander';

interface PreflightCommandOptions {
  readonly format?: string;
  readonly bleed?: number;
  readonly ink?: number;
  readonly json: boolean;
}

/** Where the result goes. */
export interface Out {
  write(text: string): void;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** `parcours preflight <file.pdf…>`: what a printer would call about; an error makes the exit code 1. */
export function register(program: Command): void {
  program
    .command('preflight')
    .summary('look PDFs over before they go to the press')
    .description('Looks PDFs over before they go to the press: boxes and bleed, colours and inks, fonts, images, lines, what does not print, PDF/X-4 keys. Ends with code 1 when there are errors. Certifies nothing. The codes: docs/preflight.md')
    .argument('<files...>', 'PDFs, ours or a designer’s')
    .option('--format <name>', 'what the pages are to be, such as a6-postcard; any size unless said')
    .option('--bleed <mm>', 'bleed that is needed (default: the format’s, or 3)', measure)
    .option('--ink <percent>', 'ink that the paper takes, all together (default: what the file’s printing condition takes, or 300)', measure)
    .option('--json', 'the findings as JSON, for tools', false)
    .action(async (files: string[], options: PreflightCommandOptions) => {
      process.exitCode = await preflightFiles(files, options, process.stdout);
    });
}

/** @returns the exit code: 0 when no file has an error. */
export async function preflightFiles(files: readonly string[], { format, bleed, ink, json }: PreflightCommandOptions, out: Out): Promise<number> {
  const [{ preflight }, { formatNamed }, { readPdf }, { renderPreflight }] = await Promise.all([
    import('../../activities/print/preflight/index.ts'),
    import('../preflight/format-named.ts'),
    import('../preflight/read-pdf.ts'),
    import('../report/preflight-result.ts'),
  ]);
  const wanted = { ...(format !== undefined && { format: formatNamed(format) }), ...(bleed !== undefined && { bleed }), ...(ink !== undefined && { inkLimit: ink }) };
  const looked = [];
  for (const file of files) looked.push({ file, ...(await preflight(await readPdf(file), wanted)) });
  const look = { columns: out.isTTY ? (out.columns ?? 80) : 100, colours: out.isTTY === true };
  out.write(json ? `${JSON.stringify(looked, null, 2)}\n` : `\n${looked.map((each) => renderPreflight(each, look)).join('\n\n')}\n\n`);
  return looked.some(({ counts }) => counts.error > 0) ? 1 : 0;
}

function measure(text: string): number {
  const value = Number(text);
  if (!(value >= 0) || value > 1_000) throw new InvalidArgumentError(`Expected a number from 0 to 1000, got '${text}'.`);
  return value;
}
