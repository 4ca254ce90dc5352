import type { Store } from './connect.ts';

/** What an operator's name may be; it is written in records, so it has no signs that would have to be escaped. */
export const OPERATOR_NAME = /^[a-z0-9][a-z0-9._-]{0,39}$/;

/** Somebody who may sign in to the dashboard. */
export interface Operator {
  readonly name: string;
  readonly createdAt: Date;
}

/**
 * Adds an operator, or gives one a new password; whoever was signed in with the old one is signed out.
 *
 * @param password hashed, as `hashPassword` of `dashboard/sign-in` makes it
 * @returns whether the operator is new.
 */
export async function saveOperator(store: Store, { name, password }: { name: string; password: string }): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const known = await transaction.selectFrom('operators').select('name').where('name', '=', name).forUpdate().executeTakeFirst();
    await transaction.insertInto('operators').values({ name, password }).onConflict((conflict) => conflict.column('name').doUpdateSet({ password })).execute();
    await transaction.deleteFrom('operator_sessions').where('operator', '=', name).execute();
    return known === undefined;
  });
}

/**
 * Removes an operator and signs them out. What they did stays on record.
 *
 * @returns false when there is none of that name.
 */
export async function removeOperator(store: Store, name: string): Promise<boolean> {
  return (await store.deleteFrom('operators').where('name', '=', name).returning('name').executeTakeFirst()) !== undefined;
}

export async function listOperators(store: Store): Promise<Operator[]> {
  return store.selectFrom('operators').select(['name', 'created_at as createdAt']).orderBy('name').execute();
}

/** The hash of an operator's password; undefined for a name that nobody has. */
export async function passwordOf(store: Store, name: string): Promise<string | undefined> {
  return (await store.selectFrom('operators').select('password').where('name', '=', name).executeTakeFirst())?.password;
}
