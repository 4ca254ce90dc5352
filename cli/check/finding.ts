/** One thing that is wrong with a scenario. */
export interface Finding {
  /** From the tree's root, with slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** Columns that it takes on its line. */
  readonly length: number;
  /** Such as `wait-without-end`; `compile` for the compiler's own, and other linters' rules by their names. */
  readonly rule: string;
  /** What was expected, what is there, and what to do. */
  readonly message: string;
  /** The page that explains the rule, from the tree's root. */
  readonly page: string;
}

/** Rules that have a page of their own in docs/rules. */
export const RULES = [
  'wait-without-end',
  'unpredictable-path',
  'touch-without-consent-class',
  'unhandled-returned-mail',
  'unreachable-branch',
  'unfrozen-version',
  'unregistered-version',
  'unmatched-policy',
] as const;

/** The page of a rule; those of others share one. @example pageOf('unfrozen-version') // 'docs/rules/unfrozen-version.md' */
export function pageOf(rule: string): string {
  return `docs/rules/${RULES.some((own) => own === rule) ? rule : 'README'}.md`;
}
