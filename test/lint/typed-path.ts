import { resolve } from 'node:path';
import { Linter, type Rule } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

const FOLDER = resolve('scenarios/tried');
const OPTIONS: ts.CompilerOptions = {
  ...{ target: ts.ScriptTarget.ES2022, lib: ['lib.es2023.d.ts'], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  ...{ strict: true, noEmit: true, allowImportingTsExtensions: true, types: [], skipLibCheck: true },
};

const MESSAGES = `
interface Message<Medium, Props> { medium: Medium; props: Props; purpose: 'marketing' | 'service' }
export const messages = {
  'card': {} as Message<'print', { offer: string }>,
  'letter': {} as Message<'email', object>,
  'old-letter': {} as Omit<Message<'email', object>, 'purpose'>,
  'odd-letter': {} as { medium: 'email'; props: object; purpose: 'spam' },
};
export type TriedMessages = { [N in keyof typeof messages]: { medium: (typeof messages)[N]['medium']; props: (typeof messages)[N]['props'] } } & { lost: { medium: 'email'; props: object } };
`;

const files = new Map<string, string>([
  [resolve(FOLDER, 'messages.ts'), MESSAGES],
  [resolve(FOLDER, 'content.ts'), "import { messages } from './messages.ts';\nexport const content: { messages: Record<string, object> } = { messages };\n"],
]);
let before: ts.Program | undefined;

/**
 * What a rule finds in a path that is linted with its types: `scenarios/tried/v1.ts` with messages `card`, `letter` and two that are not
 * right, in memory beside the real vocabulary.
 */
export function findingsWithTypes(name: string, rule: Rule.RuleModule, body: string): string[] {
  const filename = resolve(FOLDER, 'v1.ts');
  const code = `import { scenario, type Journey } from '../vocabulary/index.ts';
import type { TriedMessages } from './messages.ts';
interface Facts { age: number; interest?: 'tea' | 'coffee' }
export const triedV1 = scenario<Facts, TriedMessages>({ name: 'tried', version: 1, goal: ['purchase'], exit: ['unsubscribe'], within: '60 days' }, async (trip: Journey<Facts, TriedMessages>) => {
${body}
});`;
  files.set(filename, code);
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists, directoryExists } = host;
  const kept = (path: string) => before?.getSourceFile(path);
  host.getSourceFile = (path, version) => {
    const text = files.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, version, true);
    return kept(path) ?? getSourceFile.call(host, path, version);
  };
  host.directoryExists = (path) => path === FOLDER || directoryExists?.call(host, path) === true;
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  const program = ts.createProgram({ rootNames: [filename, resolve(FOLDER, 'content.ts')], options: OPTIONS, host, ...(before && { oldProgram: before }) });
  before = program;
  const messages = new Linter({ configType: 'flat' }).verify(
    code,
    [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions: { programs: [program] } }, plugins: { parcours: { rules: { [name]: rule } } }, rules: { [`parcours/${name}`]: 'error' } }],
    { filename },
  );
  return messages.map(({ line, message }) => `${line - 4}: ${message}`);
}
