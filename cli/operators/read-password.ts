import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * Asks for a password twice without showing it, or takes the first line of standard input where that is no terminal.
 *
 * @throws Error when the two differ.
 */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return lineOf(process.stdin);
  const [first, second] = [await asked('Password: '), await asked('Once more: ')];
  if (first !== second) throw new Error('Expected the same password twice, got two that differ. Try again.');
  return first;
}

async function lineOf(input: NodeJS.ReadStream): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  return '';
}

/** What is typed is not echoed. */
function asked(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(question);
  return new Promise((resolve) =>
    lines.question('', (answer) => {
      lines.close();
      process.stderr.write('\n');
      resolve(answer);
    }),
  );
}
