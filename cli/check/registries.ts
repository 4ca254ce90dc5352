import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Where versions and their content are registered, from the tree's root. */
export const REGISTRY = 'scenarios/registry.ts';
export const CONTENT_REGISTRY = 'scenarios/content/registry.ts';

/** Where the simulator finds who the people of a scenario are. */
export const POPULATIONS = 'scenarios/content/populations.ts';

export interface Registered {
  /** Version files whose scenario is in the list, as they are imported: `./boiler-renewal/v1.ts`. */
  readonly versions: ReadonlySet<string>;
  /** Workflow types that have content. */
  readonly contents: ReadonlySet<string>;
  /** Scenarios that have a population. */
  readonly populations: ReadonlySet<string>;
}

/** What the registries hold, read off their text, so that nothing has to run. */
export function registered(root: string): Registered {
  const registry = sourceOf(root, REGISTRY);
  const listed = new Set(listIn(registry, 'VERSIONS').elements.map((element) => element.getText(registry)));
  const versions = importsOf(registry).filter(({ names }) => names.some((name) => listed.has(name)));
  return {
    versions: new Set(versions.map(({ from }) => from)),
    contents: keysOf(sourceOf(root, CONTENT_REGISTRY), 'CONTENT'),
    populations: keysOf(sourceOf(root, POPULATIONS), 'POPULATIONS'),
  };
}

function keysOf(file: ts.SourceFile, constant: string): Set<string> {
  return new Set(tableIn(file, constant).properties.map(({ name }) => (name && ts.isStringLiteral(name) ? name.text : (name?.getText(file) ?? ''))));
}

export function sourceOf(root: string, file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ESNext, true);
}

/** The array that a registry keeps under a name. @throws Error when there is none. */
export function listIn(file: ts.SourceFile, name: string): ts.ArrayLiteralExpression {
  const value = valueOf(file, name);
  if (value && ts.isArrayLiteralExpression(value)) return value;
  throw new Error(`Expected ${file.fileName} to have a constant ${name} that is a list, got none. Take it back from version control.`);
}

/** The object that a registry keeps under a name. @throws Error when there is none. */
export function tableIn(file: ts.SourceFile, name: string): ts.ObjectLiteralExpression {
  const value = valueOf(file, name);
  if (value && ts.isObjectLiteralExpression(value)) return value;
  throw new Error(`Expected ${file.fileName} to have a constant ${name} that is an object, got none. Take it back from version control.`);
}

/** Imports of files, each with the names that it brings. */
export function importsOf(file: ts.SourceFile): { from: string; names: string[]; node: ts.ImportDeclaration }[] {
  return file.statements.filter(ts.isImportDeclaration).map((node) => {
    const bindings = node.importClause?.namedBindings;
    const names = bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
    return { from: (node.moduleSpecifier as ts.StringLiteral).text, names, node };
  });
}

function valueOf(file: ts.SourceFile, name: string): ts.Expression | undefined {
  const declarations = file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => [...declarationList.declarations]);
  return declarations.find((declaration) => declaration.name.getText(file) === name)?.initializer;
}
