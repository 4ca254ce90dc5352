import { join } from 'node:path';
import ts from 'typescript';
import { choicesIn, type ChoicePointInSource } from './choice-points.ts';
import { pageOf, type Finding } from './finding.ts';
import type { ScenarioFolder } from './scenario-files.ts';

const RULE = 'unmatched-policy';

/** What does not fit together between a scenario's policies and its paths: points that no path comes to, arms and facts that they do not have. */
export function policyFindings(root: string, program: ts.Program, folders: readonly ScenarioFolder[]): Finding[] {
  return folders.flatMap(({ name, files }) => {
    const { points, facts, messages } = choicesIn(root, program, files.filter((file) => !file.endsWith('.tsx')));
    const clashes = points.filter(({ kind, point }) => kind === 'choose' && messages.has(point)).map(({ point, node, file }) => findingAt(node, { file, message: clash(point) }));
    const source = program.getSourceFile(join(root, `scenarios/${name}/policies.ts`));
    if (!source) return clashes;
    const file = `scenarios/${name}/policies.ts`;
    const wrong = declaredIn(source).flatMap(({ point, name: node, policy }) => {
      const here = points.filter((one) => one.point === point);
      if (here.length === 0) return [findingAt(node, { file, message: unknownPoint(point, points) })];
      return [...armFindings({ point, policy, here, file }), ...factFindings({ point, policy, facts, file })];
    });
    return [...clashes, ...wrong];
  });
}

interface Declared {
  readonly point: string;
  readonly name: ts.Node;
  readonly policy: ts.ObjectLiteralExpression | undefined;
}

function declaredIn(source: ts.SourceFile): Declared[] {
  const declarations = source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => [...declarationList.declarations]);
  const table = declarations.find(({ name }) => name.getText(source) === 'policies')?.initializer;
  const object = table && objectIn(table);
  return (object?.properties ?? []).flatMap((property) => {
    if (!ts.isPropertyAssignment(property)) return [];
    return [{ point: textOf(property.name), name: property.name, policy: objectIn(property.initializer) }];
  });
}

/** Whatever is said of its type. */
function objectIn(node: ts.Expression): ts.ObjectLiteralExpression | undefined {
  if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return objectIn(node.expression);
  return ts.isObjectLiteralExpression(node) ? node : undefined;
}

function armFindings({ point, policy, here, file }: { point: string; policy: Declared['policy']; here: readonly ChoicePointInSource[]; file: string }): Finding[] {
  if (here.some(({ arms }) => arms === undefined)) return [];
  const arms = [...new Set(here.flatMap((one) => one.arms ?? []))];
  return namedArms(policy)
    .filter(({ arm }) => !arms.includes(arm))
    .map(({ arm, node }) => findingAt(node, { file, message: `Expected an arm that a path offers at '${point}' (${arms.join(', ')}), got '${arm}', which it can never choose. Correct the name, or offer it in the path.` }));
}

/** Arms by name: of weights, of what a test is held against, of a canary. */
function namedArms(policy: Declared['policy']): { arm: string; node: ts.Node }[] {
  const weights = objectOf(policy, 'weights')?.properties.flatMap(({ name }) => (name ? [{ arm: textOf(name), node: name }] : [])) ?? [];
  const single = [valueOf(policy, 'control'), valueOf(objectOf(policy, 'canary'), 'arm')].flatMap((node) => (node && ts.isStringLiteralLike(node) ? [{ arm: node.text, node }] : []));
  return [...weights, ...single];
}

function factFindings({ point, policy, facts, file }: { point: string; policy: Declared['policy']; facts: ReadonlySet<string>; file: string }): Finding[] {
  const named = valueOf(policy, 'facts');
  const names = named && ts.isArrayLiteralExpression(named) ? named.elements.filter(ts.isStringLiteralLike) : [];
  return names
    .filter(({ text }) => !facts.has(text))
    .map((node) => findingAt(node, { file, message: `Expected a fact that the scenario knows (${[...facts].join(', ')}), got '${node.text}': the policy of '${point}' would never see it. Correct the name, or add it to facts.ts.` }));
}

function unknownPoint(point: string, points: readonly ChoicePointInSource[]): string {
  const names = [...new Set(points.map((one) => one.point))];
  return `Expected the name of a choice point of the paths (${names.length === 0 ? 'they have none' : names.join(', ')}), got '${point}', at which nothing is chosen. Correct the name, or let a path choose: { choose: […] } on the touch of that message, or journey.choose('${point}', […]).`;
}

function clash(point: string): string {
  return `Expected a choice point with a name of its own, got '${point}', which is a message's: they would share one policy. Name what is chosen, such as '${point}-hour'.`;
}

function objectOf(policy: Declared['policy'], name: string): ts.ObjectLiteralExpression | undefined {
  const value = valueOf(policy, name);
  return value && objectIn(value);
}

function valueOf(policy: Declared['policy'], name: string): ts.Expression | undefined {
  const property = policy?.properties.find((one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && textOf(one.name) === name);
  return property?.initializer;
}

function textOf(name: ts.PropertyName): string {
  return ts.isStringLiteralLike(name) || ts.isIdentifier(name) ? name.text : name.getText();
}

function findingAt(node: ts.Node, { file, message }: { file: string; message: string }): Finding {
  const source = node.getSourceFile();
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return { file, line: line + 1, column: character + 1, length: node.getWidth(source), rule: RULE, message, page: pageOf(RULE) };
}
