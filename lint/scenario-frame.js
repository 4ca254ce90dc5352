/**
 * Goal and exit of the scenario that a file declares, as far as they are written out there: arrays of words, in place or under a name.
 *
 * @param {import('eslint').SourceCode} sourceCode
 * @returns {{ goal?: string[], exit?: string[] } | undefined} undefined when the file declares no scenario; a list that can't be read off is left out
 */
export function frameOf(sourceCode) {
  for (const statement of sourceCode.ast.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    for (const { init } of declaration?.type === 'VariableDeclaration' ? declaration.declarations : []) {
      if (init?.type === 'CallExpression' && init.callee.name === 'scenario') return frameIn(resolved(init.arguments[0], sourceCode), sourceCode);
    }
  }
  return undefined;
}

function frameIn(options, sourceCode) {
  if (options?.type !== 'ObjectExpression') return {};
  const frame = {};
  for (const property of options.properties) {
    if (property.type !== 'Property' || !['goal', 'exit'].includes(property.key.name)) continue;
    const list = resolved(property.value, sourceCode);
    if (list?.type === 'ArrayExpression' && list.elements.every((element) => typeof element?.value === 'string')) frame[property.key.name] = list.elements.map(({ value }) => value);
  }
  return frame;
}

/** What a name of the file stands for; anything else as it is, without `as const` and `satisfies`. */
function resolved(node, sourceCode) {
  if (node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression') return resolved(node.expression, sourceCode);
  if (node?.type !== 'Identifier') return node;
  const [definition] = sourceCode.getScope(node).set.get(node.name)?.defs ?? sourceCode.scopeManager.scopes.find(({ type }) => type === 'module')?.set.get(node.name)?.defs ?? [];
  return definition?.type === 'Variable' ? resolved(definition.node.init, sourceCode) : undefined;
}
