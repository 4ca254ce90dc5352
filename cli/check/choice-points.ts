import { join } from 'node:path';
import ts from 'typescript';

/** Where a path lets the policy choose. */
export interface ChoicePointInSource {
  /** A message's name, or the name given to `journey.choose`. */
  readonly point: string;
  readonly kind: 'touch' | 'choose';
  /** None where they are not literal. */
  readonly arms: readonly string[] | undefined;
  readonly node: ts.Node;
  readonly file: string;
}

/** What the paths of a scenario let the policy choose, and the facts and messages that they know. */
export interface ChoicesInSource {
  readonly points: readonly ChoicePointInSource[];
  readonly facts: ReadonlySet<string>;
  readonly messages: ReadonlySet<string>;
}

const TOUCHES = ['print', 'email', 'inviteToFollow'];

/** Reads off the types of a scenario's files where its paths choose, and among what. */
export function choicesIn(root: string, program: ts.Program, files: readonly string[]): ChoicesInSource {
  const checker = program.getTypeChecker();
  const points: ChoicePointInSource[] = [];
  const facts = new Set<string>();
  const messages = new Set<string>();
  for (const file of files) {
    const source = program.getSourceFile(join(root, file));
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const step = node.expression.name.text;
      const journey = checker.getTypeAtLocation(node.expression.expression);
      const isChoose = step === 'choose';
      if ((!isChoose && !TOUCHES.includes(step)) || journey.symbol?.name !== 'Journey' || !node.arguments[0]) return;
      const known = checker.getPropertyOfType(journey, 'facts');
      if (known) for (const { name } of checker.getTypeOfSymbolAtLocation(known, node).getProperties()) facts.add(name);
      const [point] = literals(checker.getTypeAtLocation(node.arguments[0]));
      if (point === undefined) return;
      if (!isChoose) messages.add(point);
      const answer = answerOf(node, checker);
      if (isChoose) points.push({ point, kind: 'choose', arms: named(answer), node: node.arguments[0], file });
      const variant = isChoose ? undefined : answer && checker.getPropertyOfType(answer, 'variant');
      const arms = variant && named(checker.getTypeOfSymbolAtLocation(variant, node));
      if (!isChoose && offersVariants(node)) points.push({ point, kind: 'touch', arms, node: node.arguments[0], file });
    };
    if (source) visit(source);
  }
  return { points, facts, messages };
}

function answerOf(call: ts.CallExpression, checker: ts.TypeChecker): ts.Type | undefined {
  const signature = checker.getResolvedSignature(call);
  return signature && checker.getAwaitedType(signature.getReturnType());
}

function offersVariants({ arguments: [, , options] }: ts.CallExpression): boolean {
  return options !== undefined && (!ts.isObjectLiteralExpression(options) || options.properties.some(({ name }) => name && ts.isIdentifier(name) && name.text === 'choose'));
}

function named(type: ts.Type | undefined): readonly string[] | undefined {
  const names = type ? literals(type) : [];
  return names.length > 0 ? names : undefined;
}

function literals(type: ts.Type): string[] {
  return (type.isUnion() ? type.types : [type]).flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
}
