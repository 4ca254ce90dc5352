import type { Command } from 'commander';
import { connectStore, migrate, revokeLinks } from '../../store/index.ts';

/** `parcours links revoke <journey>`: links that fell into the wrong hands. */
export function register(program: Command): void {
  program
    .command('links')
    .description('take back the links of a journey')
    .command('revoke')
    .description('closes the personal pages and links of journeys, such as those of cards that went to a wrong address; who opens one is told so and can still choose what they receive. Nothing opens them again.')
    .argument('<journeys...>', 'such as spring/p-001')
    .action(async (journeys: string[]) => {
      process.stdout.write(await revoke(journeys, process.env));
    });
}

/** @returns what was taken back, for the terminal. @throws Error that names journeys that don't exist; then nothing was taken back. */
export async function revoke(journeys: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const { DATABASE_URL: url, DATABASE_SCHEMA: schema = 'public' } = environment;
  if (!url) throw new Error('Expected DATABASE_URL to be the address of a PostgreSQL, got none. `npx parcours dev` starts one and prints it.');
  const store = connectStore({ url, schema });
  try {
    await migrate(store, schema);
    const known = new Set((await store.selectFrom('journeys').select('id').where('id', 'in', [...journeys]).execute()).map(({ id }) => id));
    const unknown = journeys.filter((id) => !known.has(id));
    if (unknown.length > 0) throw new Error(`Expected journeys such as <campaign>/<prospect>, got none called ${unknown.join(', ')}. Nothing was taken back.`);
    const lines: string[] = [];
    for (const id of journeys) {
      const count = await revokeLinks(store, id);
      lines.push(`${id}: ${count === 0 ? 'no link was open' : `${count} ${count === 1 ? 'link' : 'links'} taken back`}\n`);
    }
    return lines.join('');
  } finally {
    await store.destroy();
  }
}
