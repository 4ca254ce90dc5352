import { hashPassword, makePassword } from '../../dashboard/sign-in/password.ts';
import { connectStore } from '../../store/connect.ts';
import { saveOperator } from '../../store/operators.ts';

/** Lets an operator in to the dashboard of a stack of this machine, with a password of its own each time. */
export async function letIn({ url, schema }: { url: string; schema?: string }, name: string): Promise<{ name: string; password: string }> {
  const store = connectStore({ url, connections: 1, ...(schema ? { schema } : {}) });
  try {
    const password = makePassword();
    await saveOperator(store, { name, password: await hashPassword(password) });
    return { name, password };
  } finally {
    await store.destroy();
  }
}
