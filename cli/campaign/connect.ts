import { prettifyError, z } from 'zod';
import { connectStore, type Store } from '../../store/index.ts';

const environment = z.object({
  DATABASE_URL: z.url('Expected postgres://…, as parcours dev shows it'),
  DATABASE_SCHEMA: z.string().min(1).default('public'),
});

/**
 * The database that the environment names, for as long as something is read from it.
 *
 * @throws Error when the environment names none.
 */
export async function withStore<Result>(read: (store: Store) => Promise<Result>): Promise<Result> {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) throw new Error(`Expected the environment to say where the database is, got:\n${prettifyError(parsed.error)}\nStart one with: npx parcours dev`);
  const { DATABASE_URL: url, DATABASE_SCHEMA: schema } = parsed.data;
  const store = connectStore({ url, schema, connections: 2 });
  try {
    return await read(store);
  } finally {
    await store.destroy();
  }
}
