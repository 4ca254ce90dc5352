import { isGrpcServiceError, type Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../workflows/search-attributes.ts';

/** `INDEXED_VALUE_TYPE_KEYWORD` of Temporal's API; all of ours are keywords. */
const KEYWORD = 2;

/** The status codes of gRPC that are met here. */
const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;
const UNIMPLEMENTED = 12;

/**
 * Registers the search attributes of journeys that the namespace doesn't know yet. Safe to repeat, also by two at the same time.
 *
 * @returns the names registered now.
 * @throws when the server doesn't let us, with the command that an administrator can run instead.
 * @example
 * await ensureSearchAttributes(client.connection, 'default');
 */
export async function ensureSearchAttributes(connection: Connection, namespace: string): Promise<string[]> {
  try {
    const known = (await connection.operatorService.listSearchAttributes({ namespace })).customAttributes ?? {};
    const missing = SEARCH_ATTRIBUTES.filter(({ name }) => !(name in known));
    if (missing.length === 0) return [];
    const searchAttributes = Object.fromEntries(missing.map(({ name }) => [name, KEYWORD] as const));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    return missing.map(({ name }) => name);
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === ALREADY_EXISTS) return [];
    if (!isGrpcServiceError(error) || (error.code !== PERMISSION_DENIED && error.code !== UNIMPLEMENTED)) throw error;
    throw new Error(`Expected to register search attributes in namespace "${namespace}", got: ${error.details || error.message}. ${howToRegister(namespace)}`, { cause: error });
  }
}

/**
 * What registers the search attributes by hand: on Temporal Cloud with `tcld`, elsewhere with `temporal`.
 *
 * @example howToRegister('default') // 'Have an administrator run:\n  Temporal Cloud:  tcld namespace …'
 */
export function howToRegister(namespace: string): string {
  const cloud = SEARCH_ATTRIBUTES.map(({ name }) => `--sa ${name}=Keyword`).join(' ');
  const server = SEARCH_ATTRIBUTES.map(({ name }) => `--name ${name} --type Keyword`).join(' ');
  return [
    'Have an administrator run:',
    `  Temporal Cloud:  tcld namespace search-attributes add --namespace ${namespace} ${cloud}`,
    `  own cluster:     temporal operator search-attribute create --namespace ${namespace} ${server}`,
  ].join('\n');
}
