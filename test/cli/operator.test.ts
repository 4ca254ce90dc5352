import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { register } from '../../cli/commands/operator.ts';
import { isPassword } from '../../dashboard/sign-in/password.ts';
import { passwordOf } from '../../store/operators.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { runCommand } from './run-command.ts';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
  Object.assign(process.env, { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName });
});
afterAll(() => store.destroy());

/** `npx parcours operator …`, with a password on standard input. */
async function operator(args: readonly string[], typed = ''): Promise<string> {
  const stdin = jest.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([typed]) as typeof process.stdin);
  try {
    return (await runCommand(register, ['operator', ...args])).shown;
  } finally {
    stdin.mockRestore();
  }
}

test('operators are added with a password, given another, listed and removed', async () => {
  expect(await operator(['list'])).toBe('Nobody may sign in yet: npx parcours operator add <name>\n');
  expect(await operator(['add', 'anne.martin'], 'une phrase facile\n')).toBe('anne.martin may sign in to the dashboard.\n');
  expect(await isPassword('une phrase facile', await passwordOf(store, 'anne.martin'))).toBe(true);
  expect(await operator(['add', 'anne.martin'], 'une autre phrase\n')).toBe('anne.martin has a new password, and is signed out where they were signed in.\n');
  expect(await isPassword('une phrase facile', await passwordOf(store, 'anne.martin'))).toBe(false);
  // An accent may be typed as one symbol or as two.
  await operator(['add', 'leo'], 'l’été à la mer\n');
  expect(await isPassword('l’été à la mer'.normalize('NFD'), await passwordOf(store, 'leo'))).toBe(true);
  expect((await operator(['list'])).replace(/\d{4}-\d\d-\d\d/g, '<day>')).toBe('anne.martin  since <day>\nleo  since <day>\n');
  expect(await operator(['remove', 'leo'])).toBe('leo may no longer sign in, and is signed out. What they did stays on record.\n');
});

test.each([
  [['add', 'Anne Martin'], 'une phrase facile', "Expected a name of small letters, digits, dots and dashes (40 at most) such as anne.martin, got 'Anne Martin'."],
  [['add', 'anne'], 'short', 'Expected a password of 12 to 200 symbols, got 5.'],
  [['add', 'anne'], '', 'Expected a password of 12 to 200 symbols, got 0.'],
  [['remove', 'nobody'], '', "Expected an operator of that name, got 'nobody'. List them: npx parcours operator list"],
])('%j is refused with what to change', async (args, typed, message) => {
  await expect(operator(args, typed)).rejects.toThrow(message);
});
