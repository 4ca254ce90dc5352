import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';

interface Options {
  readonly scenario: string;
  readonly version: number;
  readonly source?: string;
}

/** What the command needs of its process. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: { write(text: string): void; readonly isTTY?: boolean; readonly columns?: number };
  readonly err: { write(text: string): void };
}

const environment = z.object({
  DATABASE_URL: z.url({
    // Never the value: it may hold a password.
    error: ({ input }) =>
      `Expected DATABASE_URL to be the address of a PostgreSQL, got ${input === undefined ? 'none' : 'something that is no URL'}. \`npx parcours dev\` starts one and prints it; then: DATABASE_URL=postgres://… npx parcours import …`,
  }),
  DATABASE_SCHEMA: z.string().min(1).default('public'),
});

/** `parcours import <file.csv>`: prospects into the database, bad rows reported. */
export function register(program: Command): void {
  program
    .command('import')
    .summary('import prospects from a CSV file')
    .description('Imports prospects from a CSV file: good rows are kept, bad rows are reported by line and reason. A known prospect is updated.')
    .argument('<file.csv>', 'UTF-8, separated by commas, semicolons or tabs; the first line names the columns')
    .requiredOption('--scenario <name>', 'the scenario whose facts the file brings, such as boiler-renewal')
    .option('--version <number>', 'the version of the scenario', wholeNumber, 1)
    .option('--source <text>', 'where the people and their consents come from (default: the name of the file)')
    .action(async (file: string, options: Options) => {
      process.exitCode = await importFile(file, options, { environment: process.env, out: process.stdout, err: process.stderr });
    });
}

/** @returns the exit code: 0 when somebody was imported, 1 when nobody was. */
export async function importFile(file: string, { scenario, version, source }: Options, { environment: given, out, err }: Surroundings): Promise<number> {
  const settings = environment.safeParse(given);
  if (!settings.success) {
    err.write(`${settings.error.issues.map((issue) => issue.message).join('\n')}\n`);
    return 1;
  }
  // Loaded here, so that `parcours --help` need not wait for React and all messages.
  const [{ importProspects }, { contentOf }, { connectStore, migrate }, { renderImport }] = await Promise.all([
    import('../../client/import-prospects.ts'),
    import('../../scenarios/content/index.ts'),
    import('../../store/index.ts'),
    import('../report/import-result.ts'),
  ]);
  const { DATABASE_URL: url, DATABASE_SCHEMA: schema } = settings.data;
  const store = connectStore({ url, schema });
  try {
    const { facts } = contentOf(`${scenario}.v${version}`);
    await migrate(store, schema);
    const result = await importProspects(store, { csv: createReadStream(file), facts, source: source ?? `import:${basename(file)}` });
    const look = { columns: out.isTTY ? (out.columns ?? 80) : Infinity, colours: out.isTTY === true };
    out.write(`\n${renderImport(result, { title: `${basename(file)} for ${scenario}.v${version}`, ...look })}\n\n`);
    return result.imported > 0 ? 0 : 1;
  } catch (error) {
    err.write(`${explained(error, file)}\n`);
    return 1;
  } finally {
    await store.destroy();
  }
}

function explained(error: unknown, file: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `Expected a CSV file at ${file}, got none there.`;
  if (code === 'EISDIR') return `Expected a CSV file at ${file}, got a folder.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return 'Expected a PostgreSQL at DATABASE_URL, got no answer. Is it running? `npx parcours dev` starts one.';
  return message || String(error);
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError(`Expected a whole number such as 1, got '${text}'.`);
  return Number(text);
}
