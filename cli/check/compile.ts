import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { pageOf, type Finding } from './finding.ts';
import { explained } from './explain-diagnostic.ts';

/**
 * The compiler's program over some files and what they import, with the options of the tree's tsconfig.json.
 *
 * @throws Error when tsconfig.json can't be read.
 */
export function programOf(root: string, files: readonly string[]): ts.Program {
  const path = join(root, 'tsconfig.json');
  const { config, error } = ts.readConfigFile(path, ts.sys.readFile) as { config?: object; error?: ts.Diagnostic };
  if (!config || error) throw new Error(`Expected the compiler's options in ${path}, got ${error ? flat(error) : 'none'}.`);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ['-'] }, ts.sys, dirname(path));
  return ts.createProgram({ rootNames: files.map((file) => join(root, file)), options: { ...options, noEmit: true } });
}

/** What the compiler finds in these files, in our words where a rule of ours says more. */
export function compileFindings(root: string, program: ts.Program, files: readonly string[]): Finding[] {
  return files.flatMap((file) => {
    const source = program.getSourceFile(join(root, file));
    if (!source) return [];
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error).map((diagnostic) => findingOf(root, source, diagnostic));
  });
}

function findingOf(root: string, source: ts.SourceFile, diagnostic: ts.Diagnostic): Finding {
  const { rule, message } = explained(source, diagnostic) ?? { rule: 'compile', message: `The compiler says (TS${diagnostic.code}): ${flat(diagnostic)}` };
  const start = diagnostic.start ?? 0;
  const { line, character } = source.getLineAndCharacterOfPosition(start);
  const rest = source.text.slice(start, start + (diagnostic.length ?? 1)).split('\n', 1)[0] ?? '';
  return { file: relative(root, source.fileName).replaceAll('\\', '/'), line: line + 1, column: character + 1, length: Math.max(1, rest.length), rule, message, page: pageOf(rule) };
}

/** A message and the reasons under it, on one line. */
function flat({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\s+/g, ' ');
}
