/** What a path can do with its journey. A touch sends something, a wait lets time pass, an end is where the path stops. */
export const TOUCHES = ['print', 'email', 'inviteToFollow'];
export const WAITS = ['waitFor', 'sleep', 'until', 'at'];
export const ENDS = ['end', 'again'];
const STEPS = new Set([...TOUCHES, ...WAITS, ...ENDS, 'addToAudience', 'removeFromAudience', 'choose', 'learn', 'note']);

/**
 * The step that a call takes, such as `waitFor`, or undefined when it is no call of a journey's method.
 *
 * @param services the parser's; with its types a journey is known under any name, without them under `journey` only
 */
export function stepOf(call, services) {
  const { callee } = call;
  if (callee?.type !== 'MemberExpression' || callee.computed || !STEPS.has(callee.property.name)) return undefined;
  return isJourney(callee.object, services) ? callee.property.name : undefined;
}

/** Whether an expression is a journey. */
export function isJourney(node, services) {
  if (node.type === 'Identifier' && node.name === 'journey') return true;
  return typeNameOf(node, services) === 'Journey';
}

/** The name of an expression's type, when types are known. */
export function typeNameOf(node, services) {
  if (!services?.program) return undefined;
  const type = services.getTypeAtLocation(node);
  return (type.aliasSymbol ?? type.symbol)?.name;
}

/** Every node in a node, itself first, functions in it included. */
export function* nodesIn(node, visitorKeys) {
  yield node;
  for (const key of visitorKeys[node.type] ?? []) {
    for (const child of [node[key]].flat()) if (child) yield* nodesIn(child, visitorKeys);
  }
}
