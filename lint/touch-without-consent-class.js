import { dirname, join } from 'node:path';
import { stepOf, TOUCHES } from './journey-steps.js';
import { pageOf } from './rule-page.js';

const PURPOSES = ['marketing', 'service'];

/** What a path sends is a message of the scenario's content, and the message says which class of consent it needs. */
export const touchWithoutConsentClass = {
  meta: {
    type: 'problem',
    docs: { description: 'Each touch names a message of the content that has a purpose.', url: pageOf('touch-without-consent-class') },
    schema: [],
    messages: {
      unknown: "Expected a message that the scenario's content has, got '{{name}}'. It has {{known}}. Define it in messages/ and add it to messages/index.ts, or correct the name.",
      classless: "Expected message '{{name}}' to say which consent it needs, got {{got}}. Give its definition purpose: 'marketing', or 'service' when it is about something that the person ordered or asked for.",
    },
  },
  create(context) {
    const { sourceCode } = context;
    const services = sourceCode.parserServices;
    // What content.ts holds is known by its types only; without them the compiler alone speaks.
    if (!services?.program) return {};
    const checker = services.program.getTypeChecker();
    const content = services.program.getSourceFile(join(dirname(context.filename), 'content.ts'));
    const messages = content && messagesOf(content, checker);
    if (!messages) return {};

    return {
      CallExpression(node) {
        const [message] = node.arguments;
        if (!message || !TOUCHES.includes(stepOf(node, services))) return;
        for (const name of namesIn(services.getTypeAtLocation(message))) {
          const definition = messages.getProperty(name);
          if (!definition) {
            context.report({ node: message, messageId: 'unknown', data: { name, known: messages.getProperties().map((known) => known.name).join(', ') } });
            continue;
          }
          const got = whyClassless(checker.getTypeOfSymbol(definition), checker);
          if (got) context.report({ node: message, messageId: 'classless', data: { name, got } });
        }
      },
    };
  },
};

/** The type of `messages` in the object that a content.ts exports, before it is widened to what all contents have; undefined when that says no names. */
function messagesOf(file, checker) {
  let found;
  const visit = (node) => {
    // By shape, not by kind: the kinds' numbers belong to the compiler that parsed the file.
    if (node.name?.text === 'messages' && node.parent?.properties) found ??= node.initializer ? checker.getTypeAtLocation(node.initializer) : typeOfShorthand(node, checker);
    node.forEachChild(visit);
  };
  file.forEachChild(visit);
  return found && found.getProperties().length > 0 && checker.getIndexInfosOfType(found).length === 0 ? found : undefined;
}

/** What `{ messages }` stands for, through imports. */
function typeOfShorthand(node, checker) {
  const symbol = checker.getShorthandAssignmentValueSymbol(node);
  if (!symbol) return undefined;
  // Only a name that is imported stands for another symbol.
  const imported = symbol.declarations?.some((declaration) => declaration.parent?.parent?.parent?.moduleSpecifier);
  return checker.getTypeOfSymbol(imported ? checker.getAliasedSymbol(symbol) : symbol);
}

/** The words that an expression of this type can be. */
function namesIn(type) {
  return (type.isUnion() ? type.types : [type]).filter((one) => one.isStringLiteral()).map(({ value }) => value);
}

/** What stands in place of a purpose, or undefined when there is one. */
function whyClassless(definition, checker) {
  const purpose = definition.getProperty('purpose');
  if (!purpose) return 'no purpose';
  const names = namesIn(checker.getTypeOfSymbol(purpose));
  const wrong = names.find((name) => !PURPOSES.includes(name));
  if (wrong !== undefined) return `purpose '${wrong}'`;
  return names.length === 0 ? 'a purpose that is not written out' : undefined;
}
