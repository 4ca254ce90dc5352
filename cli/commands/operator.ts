import type { Command } from 'commander';
import { readPassword } from '../operators/read-password.ts';

/** `parcours operator add | remove | list`: who may sign in to the dashboard. */
export function register(program: Command): void {
  const operator = program.command('operator').description('say who may sign in to the dashboard');
  operator
    .command('add')
    .description('add an operator, or give one a new password; it is asked for, or read from standard input')
    .argument('<name>', 'as they sign in and as records name them: small letters, digits, dots, dashes')
    .action(async (name: string) => {
      const { addOperator } = await import('../operators/operators.ts');
      process.stdout.write(await addOperator(name, { password: () => readPassword(), environment: process.env }));
    });
  operator
    .command('remove')
    .description('remove an operator and sign them out; what they did stays on record')
    .argument('<name>', 'as list shows it')
    .action(async (name: string) => {
      const { dropOperator } = await import('../operators/operators.ts');
      process.stdout.write(await dropOperator(name, process.env));
    });
  operator
    .command('list')
    .description('list who may sign in')
    .action(async () => {
      const { operatorLines } = await import('../operators/operators.ts');
      process.stdout.write(await operatorLines(process.env));
    });
}
