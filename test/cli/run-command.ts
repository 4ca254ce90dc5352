import { jest } from '@jest/globals';
import { Command } from 'commander';

/** `npx parcours <args>` in this process, for one command's file: what it prints, and its exit code. */
export async function runCommand(register: (program: Command) => void, args: readonly string[]): Promise<{ shown: string; code: number }> {
  let shown = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((shown += String(text))));
  const program = new Command('parcours').exitOverride();
  register(program);
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} });
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    await program.parseAsync([...args], { from: 'user' });
    return { shown, code: Number(process.exitCode) };
  } finally {
    process.exitCode = before;
    write.mockRestore();
  }
}
