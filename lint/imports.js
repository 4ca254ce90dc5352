import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Who may import what: the layers of what runs inside Temporal's workflow sandbox, which must stay free of zod, React, pg and Node's own
 * modules (zod alone makes a cold replay cost four to five times as much). Anything not listed is refused; a `*` stands for one name.
 * `values` are allowed in every way, `types` only by `import type`, which leaves no trace at run time.
 *
 * The first zone that a file falls into holds.
 */
const VOCABULARY = 'scenarios/vocabulary/';
const SCENARIO_VERSION = 'scenarios/*/v*.ts';
const ZONES = [
  { files: VOCABULARY, values: [VOCABULARY] },
  { files: SCENARIO_VERSION, values: [VOCABULARY], types: ['./facts.ts', './messages/'] },
  // Parts that scenarios share know no scenario.
  { files: 'scenarios/kit/', values: ['scenarios/kit/', '@react-email/', 'bwip-js/node', 'react'], types: ['scenarios/content/'] },
  { files: 'scenarios/index.ts', values: ['scenarios/registry.ts', VOCABULARY] },
  { files: 'scenarios/registry.ts', values: [SCENARIO_VERSION, VOCABULARY] },
  // Statistics on their own: what they say can be proven without a server. Their worlds know them, not the other way round.
  { files: 'learning/worlds/', values: ['learning/'] },
  { files: 'learning/content-hash.ts', values: ['node:crypto'] },
  { files: 'learning/', values: ['learning/*', VOCABULARY] },
  { files: 'engine/', values: ['engine/', VOCABULARY] },
  { files: 'lessons/', values: ['lessons/', 'learning/', VOCABULARY] },
  { files: 'workflows/', values: ['workflows/', 'engine/', 'scenarios/index.ts', VOCABULARY, '@temporalio/workflow', '@temporalio/common'], types: ['activities/'] },
  { files: 'simulator/', values: ['simulator/', 'engine/', 'scenarios/index.ts', SCENARIO_VERSION, 'scenarios/*/population.ts', VOCABULARY, 'store/lift.ts'], types: ['scenarios/'] },
];

/** @type {import('eslint').Rule.RuleModule} */
export const imports = {
  meta: {
    type: 'problem',
    docs: { description: 'Keeps what runs in the workflow sandbox, and what scenarios share, to the imports that docs and DESIGN allow.' },
    schema: [],
    messages: { refused: 'Expected an import that {{zone}} may have ({{allowed}}), got "{{source}}". It would end up in the workflow bundle, or make a lower layer know a higher one.' },
  },
  create(context) {
    const file = slashes(relative(ROOT, context.filename));
    const zone = ZONES.find(({ files }) => matches(files, file));
    if (!zone) return {};

    const check = (node, source, kind) => {
      if (typeof source?.value !== 'string') return;
      const target = source.value.startsWith('.') ? slashes(relative(ROOT, resolve(dirname(context.filename), source.value))) : source.value;
      const allowed = kind === 'type' ? [...zone.values, ...(zone.types ?? [])] : zone.values;
      if (allowed.some((pattern) => matches(own(pattern, file), target))) return;
      context.report({ node, messageId: 'refused', data: { zone: zone.files, allowed: allowed.join(', '), source: source.value } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind),
      ImportExpression: (node) => check(node, node.source, 'value'),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, 'type'),
      'CallExpression[callee.name="require"]': (node) => check(node, node.arguments[0], 'value'),
    };
  },
};

/** `./` in a zone means the importing file's own folder. */
function own(pattern, file) {
  return pattern.startsWith('./') ? slashes(`${dirname(file)}/${pattern.slice(2)}`) : pattern;
}

/** A pattern with a slash at its end is a folder, with all that is in it. */
function matches(pattern, path) {
  const expression = pattern.replace(/[.]/g, '\\.').replace(/\*/g, '[^/]+');
  return new RegExp(pattern.endsWith('/') ? `^${expression}` : `^${expression}$`).test(path);
}

function slashes(path) {
  return path.replaceAll('\\', '/');
}
