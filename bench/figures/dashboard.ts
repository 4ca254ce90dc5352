import { Client, Connection } from '@temporalio/client';
import { startTemporal } from '../../cli/stack/index.ts';
import { createDashboard, hashPassword } from '../../dashboard/index.ts';
import { contentOf } from '../../scenarios/content/index.ts';
import type { Store } from '../../store/connect.ts';
import { saveOperator } from '../../store/operators.ts';

const OPERATOR = { name: 'bench', password: 'a bench looks at its own pages' };

/** The operator's pages over the store, and a Temporal that knows none of its journeys; `look` asks for a page, signed in. */
export async function openDashboard(store: Store): Promise<{ look(path: string): Promise<void>; close(): Promise<void> }> {
  const temporal = await startTemporal();
  const connection = await Connection.connect({ address: temporal.address });
  const app = await createDashboard({ store, client: new Client({ connection }), contentOf, url: 'http://127.0.0.1:8090', publicUrl: 'http://127.0.0.1:8080' });
  await saveOperator(store, { name: OPERATOR.name, password: await hashPassword(OPERATOR.password) });
  const signedIn = await app.inject({ method: 'POST', url: '/sign-in', payload: new URLSearchParams(OPERATOR).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  const cookies = Object.fromEntries(signedIn.cookies.map(({ name, value }) => [name, value]));
  return {
    async look(url) {
      const { statusCode } = await app.inject({ url, cookies, headers: { accept: 'text/html' } });
      if (statusCode !== 200) throw new Error(`Expected ${url} to be shown, got ${statusCode}.`);
    },
    async close() {
      await app.close();
      await connection.close();
      await temporal.stop();
    },
  };
}
