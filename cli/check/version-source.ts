import ts from 'typescript';

/** What a version file declares, read off its text. */
export interface Declared {
  /** The name it is exported under, such as `boilerRenewalV1`. */
  readonly exported: string;
  readonly name: string | undefined;
  readonly version: number | undefined;
  /** Where the declaration stands, counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** The scenario that a version file exports, or undefined when it exports none. */
export function declaredIn(text: string): Declared | undefined {
  const file = ts.createSourceFile('version.ts', text, ts.ScriptTarget.ESNext, true);
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || !statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!initializer || !ts.isIdentifier(name) || !ts.isCallExpression(initializer) || initializer.expression.getText(file) !== 'scenario') continue;
      const { line, character } = file.getLineAndCharacterOfPosition(name.getStart(file));
      return { exported: name.text, ...frameOf(initializer.arguments[0]), line: line + 1, column: character + 1 };
    }
  }
  return undefined;
}

function frameOf(options: ts.Expression | undefined): { name: string | undefined; version: number | undefined } {
  const values = new Map<string, string>();
  if (options && ts.isObjectLiteralExpression(options)) {
    for (const property of options.properties) {
      if (ts.isPropertyAssignment(property) && ts.isLiteralExpression(property.initializer)) values.set(property.name.getText(), property.initializer.text);
    }
  }
  return { name: values.get('name'), version: values.has('version') ? Number(values.get('version')) : undefined };
}
