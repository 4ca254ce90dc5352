import { createHash } from 'node:crypto';
import ts from 'typescript';

/**
 * The hash of what a version file does when it runs. Comments, layout, quotes, semicolons, trailing commas and types are not in it: no
 * replay can tell them apart, so nobody is told off for them. Everything else is.
 *
 * @returns `sha256:` and 64 hexadecimal digits
 */
export function hashOfRunningCode(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true, removeComments: true },
  });
  const file = ts.createSourceFile('version.js', outputText, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  return `sha256:${createHash('sha256').update(structureOf(file, file)).digest('hex')}`;
}

/**
 * The tree of words of a node. Brackets stand for the tree, so that words which belong together otherwise are another text; kinds of
 * nodes are left out, since their names change with the compiler.
 */
function structureOf(node: ts.Node, file: ts.SourceFile): string {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return JSON.stringify(node.text);
  const parts = node.getChildren(file);
  if (parts.length === 0) return node.getText(file);
  const said = parts.filter((part, i) => part.kind !== ts.SyntaxKind.SemicolonToken && part.kind !== ts.SyntaxKind.EndOfFileToken && !isTrailingComma(part, i, parts));
  return `[${said.map((part) => structureOf(part, file)).join(' ')}]`;
}

/** A comma after a value, at the end of a list; one after another comma counts as an empty place in an array. */
function isTrailingComma(part: ts.Node, index: number, parts: readonly ts.Node[]): boolean {
  const before = parts[index - 1];
  return part.kind === ts.SyntaxKind.CommaToken && index === parts.length - 1 && before !== undefined && before.kind !== ts.SyntaxKind.OmittedExpression;
}
