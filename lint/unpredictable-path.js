import { typeNameOf } from './journey-steps.js';
import { pageOf } from './rule-page.js';

/** Names of the world outside, by what they bring in. */
const WORLD = {
  timer: ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  clock: ['performance'],
  chance: ['crypto'],
  io: ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'process', 'console', 'require', 'module', 'navigator', 'localStorage', 'sessionStorage', 'Buffer'],
  hidden: ['globalThis', 'global', 'window', 'self', 'eval', 'WeakRef', 'FinalizationRegistry'],
};
const KIND_OF = new Map(Object.entries(WORLD).flatMap(([kind, names]) => names.map((name) => [name, kind])));

/** Methods of a date that answer in the time zone of whatever machine runs them. */
const LOCAL = /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset|Year)|to(?:Locale(?:Date|Time)?|Date|Time)?String)$/;
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[T ][\d:.]+$/;

/** A path gives the same answers each time it is run: it is run again from its history, in the simulator and in tests. */
export const unpredictablePath = {
  meta: {
    type: 'problem',
    docs: { description: 'No clock, no chance and no I/O in a path.', url: pageOf('unpredictable-path') },
    schema: [],
    messages: {
      clock: "Expected a path that takes its time from the journey, got `{{got}}`. It says something else when the path is replayed. Use journey.now, or wait with journey.until or journey.at.",
      chance: "Expected a path without chance of its own, got `{{got}}`. It falls otherwise when the path is replayed. Let the policy choose a variant: { choose: ['warm', 'factual'] }; shares that get nothing are the campaign's holdout.",
      timer: "Expected a path that waits by its journey, got `{{got}}`. A timer of the process is lost when the process ends. Use journey.sleep('3 days').",
      io: 'Expected a path without I/O, got `{{got}}`. It would happen again at each replay. What the path needs to know are facts, what it does are messages, what it remarks goes to journey.note.',
      hidden: 'Expected a path that uses its journey and plain values, got `{{got}}`, which reaches past them. Use what the vocabulary offers.',
      zone: "Expected a date that means the same on every machine, got `{{got}}`, which goes by the machine's own time zone. Use the getUTC… and toISOString forms, Date.UTC, or a text with its zone such as '2027-03-01T09:00Z'; for the prospect's own time, journey.at('10:00').",
      package: 'Expected a path that imports the vocabulary and types only, got "{{got}}". It runs in the workflow sandbox, without packages and Node modules. Move what needs it to a message, a page or the facts schema.',
      shared: 'Expected the file to hold constants only, got `{{got}}` outside the path. Journeys would share it, in an order that no replay repeats. Declare it inside the path; use again(state) to carry it into the next cycle.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    const report = (node, messageId, got = sourceCode.getText(node)) => context.report({ node, messageId, data: { got } });

    const outside = (reference) => {
      const { identifier: node } = reference;
      const { parent } = node;
      if (reference.isTypeReference && !reference.isValueReference) return;
      if (node.name === 'Date') return date(node, report);
      if (node.name === 'Math' && parent.type === 'MemberExpression' && parent.object === node && parent.property.name === 'random') return report(parent, 'chance', 'Math.random');
      const kind = KIND_OF.get(node.name);
      if (kind) report(node, kind);
    };
    const imported = (node) => {
      const source = node.source?.value ?? node.source?.quasis?.[0]?.value.cooked;
      if (typeof source !== 'string' || source.startsWith('.') || node.importKind === 'type' || node.exportKind === 'type') return;
      report(node.source, 'package', source);
    };
    return {
      ImportDeclaration: imported,
      ImportExpression: imported,
      ExportAllDeclaration: imported,
      ExportNamedDeclaration: imported,
      VariableDeclaration(node) {
        const top = node.parent.type === 'Program' || (node.parent.type === 'ExportNamedDeclaration' && node.parent.parent.type === 'Program');
        if (top && node.kind !== 'const' && !node.declare) report(node, 'shared', `${node.kind} ${node.declarations.map(({ id }) => sourceCode.getText(id)).join(', ')}`);
      },
      'CallExpression > MemberExpression.callee'(node) {
        if (!node.computed && LOCAL.test(node.property.name) && typeNameOf(node.object, sourceCode.parserServices) === 'Date') report(node.property, 'zone');
      },
      'Program:exit'() {
        const { globalScope } = sourceCode.scopeManager;
        for (const { defs, references } of globalScope.variables) if (defs.length === 0) references.forEach(outside);
        globalScope.through.forEach(outside);
      },
    };
  },
};

/** `Date` is a value like others when it is given a moment; without one it asks the clock. */
function date(node, report) {
  const { parent } = node;
  if (parent.type === 'MemberExpression' && parent.object === node && parent.property.name === 'now') report(parent, 'clock', 'Date.now');
  if (parent.type === 'CallExpression' && parent.callee === node) report(parent, 'clock', 'Date()');
  if (parent.type !== 'NewExpression' || parent.callee !== node) return;
  const [first, ...more] = parent.arguments;
  if (!first) report(parent, 'clock', 'new Date()');
  else if (more.length > 0 || (typeof first.value === 'string' && WITHOUT_ZONE.test(first.value))) report(parent, 'zone');
}
