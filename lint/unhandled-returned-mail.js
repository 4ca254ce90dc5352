import { stepOf } from './journey-steps.js';
import { pageOf } from './rule-page.js';
import { frameOf } from './scenario-frame.js';

/** A scenario that sends mail has an answer to mail that comes back. */
export const unhandledReturnedMail = {
  meta: {
    type: 'problem',
    docs: { description: 'A scenario that prints exits on returned mail or waits for it.', url: pageOf('unhandled-returned-mail') },
    schema: [],
    messages: {
      unhandled:
        "Expected a scenario that prints to say what happens when mail comes back, got neither an exit on 'returned' nor a wait for it. The journey would go on as if the piece lay in the letter box. Add 'returned' to `exit`, or wait for {{piece}}.on.returned.",
    },
  },
  create(context) {
    const { sourceCode } = context;
    let printed;
    let handled = false;
    return {
      CallExpression(node) {
        if (stepOf(node, sourceCode.parserServices) === 'print') printed ??= node;
      },
      'MemberExpression[property.name="returned"][object.property.name="on"]'() {
        handled = true;
      },
      'Program:exit'() {
        const frame = frameOf(sourceCode);
        // A list of exits that can't be read off here may well hold it.
        if (!printed || handled || !frame?.exit || [...frame.exit, ...(frame.goal ?? [])].includes('returned')) return;
        context.report({ node: printed.callee.property, messageId: 'unhandled', data: { piece: nameOf(printed) } });
      },
    };
  },
};

/** The name that the path gives to what a call returns. */
function nameOf(call) {
  const holder = call.parent.type === 'AwaitExpression' ? call.parent.parent : call.parent;
  return holder.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id.name : 'the mailpiece';
}
