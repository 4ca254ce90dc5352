import { createDashboard, hashPassword, type DashboardOptions } from '../../dashboard/index.ts';
import { contentOf } from '../../scenarios/content/index.ts';
import { saveOperator } from '../../store/operators.ts';
import type { World } from '../setup/world.ts';

export const OPERATOR = { name: 'anne', password: 'une phrase facile à garder' } as const;

export interface DashboardUnderTest {
  readonly address: string;
  /** Signs in as a browser does. @returns the cookie of the session. */
  signIn(): Promise<string>;
  /** Looks at a page, signed in. */
  look(path: string, init?: RequestInit): Promise<Response>;
  /** Sends a form of a page, signed in, as a browser does: its hidden fields come along. */
  send(path: string, fields: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** The dashboard over a world's store and Temporal, with one operator. */
export async function dashboardUnderTest({ store, temporal, tracker }: Pick<World, 'store' | 'temporal' | 'tracker'>, options: Partial<DashboardOptions> = {}): Promise<DashboardUnderTest> {
  await saveOperator(store, { name: OPERATOR.name, password: await hashPassword(OPERATOR.password) });
  const app = await createDashboard({
    ...{ store, client: temporal.client, contentOf, publicUrl: tracker, url: 'http://127.0.0.1:8090', live: { every: 50 } },
    temporalUi: { url: 'http://127.0.0.1:8233', namespace: temporal.namespace },
    ...options,
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  let cookie: string | undefined;
  const signIn = async (): Promise<string> => {
    const answer = await fetch(`${address}/sign-in`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(OPERATOR) });
    return answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  };
  const look = async (path: string, { headers, ...init }: RequestInit = {}): Promise<Response> => {
    cookie ??= await signIn();
    return fetch(`${address}${path}`, { redirect: 'manual', ...init, headers: { accept: 'text/html', cookie, ...headers } });
  };
  return {
    address,
    signIn,
    look,
    async send(path, fields) {
      const token = /name="token" value="([^"]+)"/.exec(await (await look('/campaigns')).text())?.[1];
      return look(path, { method: 'POST', body: new URLSearchParams({ token: token ?? '', back: '/campaigns', ...fields }) });
    },
    close: () => app.close(),
  };
}
