import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { useRunningStack } from './stack/stack-file.ts';

/** Commands that start a stack of their own; the others use the one that `parcours dev` keeps up. */
const START_A_STACK = ['dev', 'demo'];

/** Each command is a file of `commands/` with a function that adds it to the program; only the one that is asked for is loaded. */
async function run(): Promise<void> {
  const names = readdirSync(new URL('commands/', import.meta.url)).map((file) => basename(file, '.ts'));
  const asked = names.find((name) => name === process.argv[2]);
  if (asked && !START_A_STACK.includes(asked)) useRunningStack();
  const program = new Command('parcours').description('Cross-media customer journeys as code: print, web, email and social media that trigger each other.');
  for (const name of asked ? [asked] : names) {
    const command = (await import(`./commands/${name}.ts`)) as { register: (program: Command) => void };
    command.register(program);
  }
  await program.parseAsync();
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['DEBUG']) console.error(error);
  process.exit(1);
});
