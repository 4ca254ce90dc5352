import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';
import { borrowed, together } from './borrowed.js';
import { ENDS, nodesIn, stepOf } from './journey-steps.js';
import { pageOf } from './rule-page.js';
import { frameOf } from './scenario-frame.js';

/** What a journey says changes while it waits, which the compiler's narrowing does not know. */
const CHANGES = /\b(?:facts|reachable|now)\b/;

/** No part of a path that nobody can take. */
export const unreachableBranch = {
  meta: {
    type: 'problem',
    docs: { description: 'No code after the end of a path, no condition that always or never holds, no wait for what ends the journey first.', url: pageOf('unreachable-branch') },
    schema: [],
    messages: {
      afterEnd: 'Expected nothing after journey.{{step}}, got a statement. The journey ends there and never comes here. Take it out, or move it before the end.',
      afterExit: 'Expected nothing after a return, throw, break or continue, got a statement that nobody reaches. Take it out, or move it up.',
      constant: 'Expected a condition that depends on the person, got one that is always the same: everybody takes the same branch. Ask a fact or an answer, or take the branch out.',
      always: 'Expected a condition that can be true or false, got one that its type decides: {{why}} Take the branch out, or ask what can differ, such as touch.sent or an answer.',
      endsFirst: "Expected a wait for something that leaves the journey running, got '{{kind}}', which is in the scenario's {{list}}: when it comes the journey ends, and this wait never returns with it. Take it out of the wait or out of {{list}}.",
    },
  },
  create(context) {
    const { sourceCode } = context;
    const services = sourceCode.parserServices;
    const frame = frameOf(sourceCode) ?? {};

    const own = {
      ExpressionStatement(node) {
        const call = node.expression.type === 'AwaitExpression' ? node.expression.argument : node.expression;
        const step = call.type === 'CallExpression' ? stepOf(call, services) : undefined;
        if (!ENDS.includes(step)) return;
        const siblings = node.parent.body ?? node.parent.consequent ?? [];
        const next = Array.isArray(siblings) ? siblings[siblings.indexOf(node) + 1] : undefined;
        // A `break` there ends a `case` for the reader and the compiler.
        if (next && next.type !== 'BreakStatement' && next.type !== 'FunctionDeclaration') context.report({ node: next, messageId: 'afterEnd', data: { step } });
      },
      CallExpression(node) {
        if (stepOf(node, services) !== 'waitFor' || !node.arguments[0]) return;
        for (const part of nodesIn(node.arguments[0], sourceCode.visitorKeys)) {
          if (part.type !== 'MemberExpression' || part.object.property?.name !== 'on') continue;
          const kind = part.property.name;
          const list = ['goal', 'exit'].find((name) => frame[name]?.includes(kind));
          if (list) context.report({ node: part.property, messageId: 'endsFirst', data: { kind, list } });
        }
      },
    };
    const core = (name, messageId, options) => borrowed(builtinRules.get(name), context, { ...(options && { options }), say: () => ({ messageId }) });
    return together(
      own,
      core('no-unreachable', 'afterExit'),
      core('no-constant-condition', 'constant', [{ checkLoops: 'none' }]),
      core('no-constant-binary-expression', 'constant'),
      core('no-dupe-else-if', 'constant'),
      services?.program ? decidedByType(context) : {},
    );
  },
};

/** typescript-eslint's no-unnecessary-condition, less what it says of literals (said above) and of values that change during a wait. */
function decidedByType(context) {
  const rule = tseslint.plugin.rules['no-unnecessary-condition'];
  const say = ({ node, messageId, data = {} }) => {
    const text = context.sourceCode.getText(node);
    if (CHANGES.test(text) || node.type === 'Literal' || setInABranch(node, context.sourceCode)) return undefined;
    const why = rule.meta.messages[messageId].replace(/\{\{ *(\w+) *\}\}/g, (_, key) => String(data[key])).replace(/\.?$/, '.');
    return { messageId: 'always', data: { why } };
  };
  return borrowed(rule, context, { options: [{ allowConstantLoopConditions: 'always', checkTypePredicates: false }], say });
}

/** Whether it asks a variable that a function inside the path assigns, such as one of two branches that go side by side: narrowing does not see that either. */
function setInABranch(node, sourceCode) {
  return [...nodesIn(node, sourceCode.visitorKeys)].some((part) => {
    if (part.type !== 'Identifier') return false;
    const reference = sourceCode.getScope(part).references.find(({ identifier }) => identifier === part);
    const variable = reference?.resolved;
    return variable?.references.some((other) => other.isWrite() && other.from.variableScope !== variable.scope.variableScope);
  });
}
