import { join, relative } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import type ts from 'typescript';
import { pageOf, RULES, type Finding } from './finding.ts';

/** What the tree's own lint finds in these files; the compiler's program saves it from making one of its own. */
export async function lintFindings(root: string, program: ts.Program, files: readonly string[]): Promise<Finding[]> {
  const overrideConfig: Linter.Config[] = [{ files: ['scenarios/**/*.{ts,tsx}'], languageOptions: { parserOptions: { programs: [program], project: null } } }];
  const eslint = new ESLint({ cwd: root, overrideConfig });
  const results = await eslint.lintFiles(files.map((file) => join(root, file)));
  return results.flatMap(({ filePath, messages }) =>
    // A file that can't be parsed is the compiler's finding.
    messages.filter(({ fatal }) => !fatal).map((message) => findingOf(relative(root, filePath).replaceAll('\\', '/'), message)),
  );
}

function findingOf(file: string, { ruleId, line, column, endLine, endColumn, message }: Linter.LintMessage): Finding {
  const rule = ruleId?.replace(/^parcours\//, '') ?? 'lint';
  const length = endLine === line && endColumn !== undefined ? endColumn - column : 1;
  return { file, line, column, length, rule, message: RULES.some((own) => own === rule) ? message : (PLAINLY[rule] ?? message), page: pageOf(rule) };
}

/** Others' rules that say more about a path than about TypeScript. */
const PLAINLY: Readonly<Record<string, string>> = {
  '@typescript-eslint/no-floating-promises': 'Expected every step of a path to be awaited, got one that is started and left. The path would run on before it is done. Put `await` before it.',
  '@typescript-eslint/no-misused-promises': 'Expected a condition or a callback that is no promise, got one: a promise is always true. Put `await` before it.',
};
