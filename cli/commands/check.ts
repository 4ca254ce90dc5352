import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { TREE } from '../check/scenario-files.ts';

/** What the command needs of its process. */
export interface Surroundings {
  readonly root: string;
  readonly out: { write(text: string): void; readonly isTTY?: boolean; readonly columns?: number };
}

/** `parcours check [scenario]`: compiles and lints scenarios; a finding makes the exit code 1. */
export function register(program: Command): void {
  program
    .command('check')
    .summary('compile and lint scenarios, with messages that teach')
    .description('Compiles and lints scenarios and looks whether their versions are registered and as they were launched. Ends with code 1 when something was found. The rules: docs/rules/README.md')
    .argument('[scenario]', 'such as boiler-renewal; all unless said')
    .option('--json', 'the findings as JSON, for tools', false)
    .action(async (scenario: string | undefined, { json }: { json: boolean }) => {
      process.exitCode = await check({ json, ...(scenario === undefined ? {} : { scenario }) }, { root: TREE, out: process.stdout });
    });
}

/** @returns the exit code: 0 when nothing was found. */
export async function check({ scenario, json }: { scenario?: string; json: boolean }, { root, out }: Surroundings): Promise<number> {
  // Loaded here, so that `parcours --help` need not wait for the compiler and the linter.
  const [{ checkScenarios }, { renderCheck }] = await Promise.all([import('../check/index.ts'), import('../report/check-result.ts')]);
  const checked = await checkScenarios({ root, ...(scenario === undefined ? {} : { scenario }) });
  const texts = new Map<string, string[]>();
  const lineOf = (file: string, line: number): string | undefined => {
    if (!texts.has(file)) texts.set(file, readFileSync(join(root, file), 'utf8').split(/\r?\n/));
    return texts.get(file)?.[line - 1];
  };
  const look = { columns: out.isTTY ? (out.columns ?? 80) : Infinity, colours: out.isTTY === true };
  out.write(json ? `${JSON.stringify(checked, null, 2)}\n` : `\n${renderCheck(checked, { ...look, lineOf })}\n\n`);
  return checked.findings.length === 0 ? 0 : 1;
}
