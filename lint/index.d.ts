import type { ESLint, Rule } from 'eslint';

/** The rules by name, as `parcours/<name>` in a configuration. */
export declare const rules: {
  readonly imports: Rule.RuleModule;
  readonly 'wait-without-end': Rule.RuleModule;
  readonly 'unpredictable-path': Rule.RuleModule;
  readonly 'touch-without-consent-class': Rule.RuleModule;
  readonly 'unhandled-returned-mail': Rule.RuleModule;
  readonly 'unreachable-branch': Rule.RuleModule;
};

/** The plugin; `plugins: { parcours }`. */
export declare const parcours: ESLint.Plugin;
