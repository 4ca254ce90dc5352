import { builtinRules } from 'eslint/use-at-your-own-risk';
import { borrowed, together } from './borrowed.js';
import { isJourney, nodesIn, stepOf, TOUCHES, WAITS } from './journey-steps.js';
import { pageOf } from './rule-page.js';

/** Waits say how long, and loops wait: a path must get on, and must let time pass when it goes round. */
export const waitWithoutEnd = {
  meta: {
    type: 'problem',
    docs: { description: 'Every wait says how long at most, and every loop waits for something.', url: pageOf('wait-without-end') },
    schema: [],
    messages: {
      noEnd: "Expected this wait to say how long at most, got no `for`. Most people never answer: without an end they would wait for ever. Add a second argument such as { for: '21 days' }.",
      noLength: "Expected `sleep` to be told how long, got {{got}}. Write a number and a unit, such as journey.sleep('3 days'), or take the line out.",
      loopWithoutWait: "Expected a loop to wait in each round, got one that never waits. No time passes in it, so nobody can answer and it goes round for ever. Await journey.waitFor or journey.sleep in it.",
      burst: "Expected a loop that sends to wait in each round, got one that sends without a wait. It would send one after the other at the same instant. Await journey.waitFor or journey.sleep in it.",
      conditionStands: "Expected the loop to change what its condition looks at, got '{{name}}', which nothing in the loop changes: once in, it never ends. Assign it in the loop, such as `{{name}} = await journey.waitFor(…)`.",
    },
  },
  create(context) {
    const { sourceCode } = context;
    const services = sourceCode.parserServices;

    const loop = (node) => {
      const parts = [...nodesIn(node, sourceCode.visitorKeys)];
      if (waits(node, sourceCode)) return;
      const endless = node.test === null || node.test === undefined || (node.test.type === 'Literal' && Boolean(node.test.value));
      const sends = parts.some((part) => part.type === 'CallExpression' && TOUCHES.includes(stepOf(part, services)));
      if (endless) context.report({ node, loc: headOf(node, sourceCode), messageId: 'loopWithoutWait' });
      else if (sends && node.type !== 'ForStatement') context.report({ node, loc: headOf(node, sourceCode), messageId: 'burst' });
    };
    const own = {
      CallExpression(node) {
        const step = stepOf(node, services);
        if (step === 'waitFor' && hasNoEnd(node)) context.report({ node: node.callee.property, messageId: 'noEnd' });
        if (step === 'sleep' && isNothing(node.arguments[0])) context.report({ node: node.callee.property, messageId: 'noLength', data: { got: node.arguments[0] ? sourceCode.getText(node.arguments[0]) : 'nothing' } });
      },
      WhileStatement: loop,
      DoWhileStatement: loop,
      ForStatement: loop,
    };
    const borrowedRule = borrowed(builtinRules.get('no-unmodified-loop-condition'), context, { say: ({ data }) => ({ messageId: 'conditionStands', data }) });
    return together(own, borrowedRule);
  },
};

function hasNoEnd({ arguments: [expected, options] }) {
  if (!expected || expected.type === 'SpreadElement') return false;
  if (!options) return true;
  if (options.type !== 'ObjectExpression' || options.properties.some(({ type }) => type === 'SpreadElement')) return isUndefined(options);
  const end = options.properties.find(({ key }) => (key.name ?? key.value) === 'for');
  return !end || isUndefined(end.value);
}

function isUndefined(node) {
  return (node.type === 'Identifier' && node.name === 'undefined') || (node.type === 'Literal' && node.value === null);
}

function isNothing(duration) {
  return !duration || isUndefined(duration) || (duration.type === 'Literal' && /^0+(\.0+)?( |$)/.test(String(duration.value)));
}

/** Whether a step of the journey that lets time pass is awaited in here, or in a function of this file that is given the journey. */
function waits(node, sourceCode, seen = new Set()) {
  const services = sourceCode.parserServices;
  const parts = [...nodesIn(node, sourceCode.visitorKeys)];
  if (!parts.some(({ type }) => type === 'AwaitExpression' || type === 'ForOfStatement' || type === 'ReturnStatement')) return false;
  return parts.some((part) => {
    if (part.type !== 'CallExpression') return false;
    if (WAITS.includes(stepOf(part, services))) return true;
    if (part.callee.type !== 'Identifier' || !part.arguments.some((argument) => isJourney(argument, services))) return false;
    const called = functionNamed(part.callee, sourceCode);
    if (!called || seen.has(called)) return !called;
    seen.add(called);
    return waits(called.body, sourceCode, seen);
  });
}

function functionNamed(identifier, sourceCode) {
  for (let scope = sourceCode.getScope(identifier); scope; scope = scope.upper) {
    const [definition] = scope.set.get(identifier.name)?.defs ?? [];
    if (definition?.type === 'FunctionName') return definition.node;
    if (definition?.type === 'Variable' && /Function/.test(definition.node.init?.type ?? '')) return definition.node.init;
    if (definition) return undefined;
  }
  return undefined;
}

/** The loop's first word, so that editors don't underline all of its body. */
function headOf(node, sourceCode) {
  return sourceCode.getFirstToken(node).loc;
}
