import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { parcours } from './lint/index.js';

/** What gives another answer the next time, so that a replay would not follow its own history. */
const UNPREDICTABLE = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'performance', 'crypto', 'fetch', 'process'];
const inPlaceOf = 'time and chance come from the journey or the runtime, so that a replay takes the same path.';

export default defineConfig(
  { ignores: ['node_modules/', 'out/', 'dist/', '.parcours/', 'docs/'] },
  // A rule that is switched off in a line is no rule.
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: { eqeqeq: 'error', 'no-undef': 'error', 'no-unused-vars': 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    plugins: { parcours },
    rules: {
      'parcours/imports': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['scenarios/*/v*.ts'],
    ignores: ['scenarios/vocabulary/**'],
    rules: {
      'parcours/wait-without-end': 'error',
      'parcours/unpredictable-path': 'error',
      'parcours/touch-without-consent-class': 'error',
      'parcours/unhandled-returned-mail': 'error',
      'parcours/unreachable-branch': 'error',
    },
  },
  {
    files: ['scenarios/vocabulary/**/*.ts', 'engine/**/*.ts', 'learning/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...UNPREDICTABLE.map((name) => ({ name, message: `Not here: ${inPlaceOf}` }))],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: `Not here: ${inPlaceOf}` },
        { object: 'Math', property: 'random', message: `Not here: ${inPlaceOf}` },
      ],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: `Not here: ${inPlaceOf}` }],
    },
  },
);
