import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { importSuppressions, REASON } from '../../client/import-suppressions.ts';
import { connectStore, migrate, prospectsListed } from '../../store/index.ts';

interface Options {
  readonly reason: string;
}

/** `parcours suppress import <file.csv>`: addresses that nobody may write to. */
export function register(program: Command): void {
  program
    .command('suppress')
    .description('keep lists of addresses that nobody may write to, asked before each mail and mailpiece')
    .command('import')
    .description(
      'Imports a list from a CSV file with the column email, or email_sha256 (hex, of the trimmed address in lower case), or last_name, address_line and postcode; a column reason may say why, row by row. Only hashes are kept. Nothing lifts it.',
    )
    .argument('<file.csv>', 'UTF-8, separated by commas, semicolons or tabs; the first line names the columns')
    .option('--reason <word>', 'why, where a row does not say: shows on each touch that it prevents, as suppressed:<word>', word, 'listed')
    .action(async (file: string, { reason }: Options) => {
      process.stdout.write(await suppressFrom(file, { reason, environment: process.env }));
    });
}

/** @returns what was done, for the terminal. @throws Error that says what is missing or wrong. */
export async function suppressFrom(file: string, { reason, environment }: Options & { readonly environment: NodeJS.ProcessEnv }): Promise<string> {
  const { DATABASE_URL: url, DATABASE_SCHEMA: schema = 'public' } = environment;
  if (!url) throw new Error('Expected DATABASE_URL to be the address of a PostgreSQL, got none. `npx parcours dev` starts one and prints it.');
  const store = connectStore({ url, schema });
  try {
    await migrate(store, schema);
    const { listed, added, rejected } = await importSuppressions(store, { csv: createReadStream(file), reason, source: `import:${basename(file)}` });
    const { email, print } = await prospectsListed(store);
    const lines = [
      `${listed.toLocaleString('en-GB')} ${listed === 1 ? 'address' : 'addresses'} of ${basename(file)} on the list, ${added.toLocaleString('en-GB')} new.`,
      `Of your prospects it closes email to ${email.toLocaleString('en-GB')} and print to ${print.toLocaleString('en-GB')}.`,
      ...rejected.map(({ line, reason: why }) => `  line ${line}: ${why}`),
    ];
    return `${lines.join('\n')}\n`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Error(`Expected a CSV file at ${file}, got none there.`, { cause: error });
    throw error;
  } finally {
    await store.destroy();
  }
}

function word(text: string): string {
  if (!REASON.test(text)) throw new InvalidArgumentError(`Expected a word in small letters such as robinson, got '${text}'.`);
  return text;
}
