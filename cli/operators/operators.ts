import { hashPassword } from '../../dashboard/sign-in/password.ts';
import { connectStore, migrate, type Store } from '../../store/index.ts';
import { listOperators, OPERATOR_NAME, removeOperator, saveOperator } from '../../store/operators.ts';

/**
 * Adds an operator, or gives one a new password.
 *
 * @returns what was done, for the terminal. @throws Error that says what is missing or wrong.
 */
export async function addOperator(name: string, { password, environment }: { password: () => Promise<string>; environment: NodeJS.ProcessEnv }): Promise<string> {
  if (!OPERATOR_NAME.test(name)) throw new Error(`Expected a name of small letters, digits, dots and dashes (40 at most) such as anne.martin, got '${name}'.`);
  return withOperators(environment, async (store) => {
    const isNew = await saveOperator(store, { name, password: await hashPassword(await password()) });
    return isNew ? `${name} may sign in to the dashboard.\n` : `${name} has a new password, and is signed out where they were signed in.\n`;
  });
}

export async function dropOperator(name: string, environment: NodeJS.ProcessEnv): Promise<string> {
  return withOperators(environment, async (store) => {
    if (!(await removeOperator(store, name))) throw new Error(`Expected an operator of that name, got '${name}'. List them: npx parcours operator list`);
    return `${name} may no longer sign in, and is signed out. What they did stays on record.\n`;
  });
}

export async function operatorLines(environment: NodeJS.ProcessEnv): Promise<string> {
  const operators = await withOperators(environment, listOperators);
  if (operators.length === 0) return 'Nobody may sign in yet: npx parcours operator add <name>\n';
  return operators.map(({ name, createdAt }) => `${name}  since ${createdAt.toISOString().slice(0, 10)}\n`).join('');
}

async function withOperators<Result>({ DATABASE_URL: url, DATABASE_SCHEMA: schema = 'public' }: NodeJS.ProcessEnv, work: (store: Store) => Promise<Result>): Promise<Result> {
  if (!url) throw new Error('Expected DATABASE_URL to be the address of a PostgreSQL, got none. `npx parcours dev` starts one and prints it.');
  const store = connectStore({ url, schema, connections: 1 });
  try {
    await migrate(store, schema);
    return await work(store);
  } finally {
    await store.destroy();
  }
}
