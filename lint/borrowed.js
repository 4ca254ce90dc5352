/**
 * Runs a rule of ESLint's or typescript-eslint's inside one of ours, and says what it found in our words.
 *
 * @param {import('eslint').Rule.RuleModule} rule
 * @param context ours
 * @param {{ options?: unknown[], say: (descriptor: object) => object | undefined }} how `say` gives the message (`messageId`, `data`), or nothing to leave a finding out
 */
export function borrowed(rule, context, { options = rule.meta.defaultOptions ?? [], say }) {
  const report = (descriptor) => {
    const said = say(descriptor);
    if (said) context.report({ node: descriptor.node, loc: descriptor.loc, ...said });
  };
  return rule.create(Object.create(context, { options: { value: options }, report: { value: report } }));
}

/** One visitor out of several: each node is shown to all of them in turn. */
export function together(...visitors) {
  const all = {};
  for (const visitor of visitors) {
    for (const [selector, visit] of Object.entries(visitor)) {
      const before = all[selector];
      all[selector] = before ? (...args) => (before(...args), visit(...args)) : visit;
    }
  }
  return all;
}
