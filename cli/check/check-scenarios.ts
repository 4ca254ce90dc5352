import { compileFindings, programOf } from './compile.ts';
import type { Finding } from './finding.ts';
import { lintFindings } from './lint.ts';
import { policyFindings } from './policy-findings.ts';
import { scenarioFolders } from './scenario-files.ts';
import { versionFindings } from './version-findings.ts';

/** What a check looked at, and what it found. */
export interface Checked {
  /** Scenarios by name, in order. */
  readonly scenarios: readonly string[];
  readonly versions: number;
  /** By file, from top to bottom. */
  readonly findings: readonly Finding[];
}

/**
 * Compiles and lints scenarios, and looks whether their versions are registered and as they were launched. Nothing of them is run.
 *
 * @param scenario one only; all unless said
 * @throws Error when there is no such scenario, or a registry is not readable.
 * @example const { findings } = await checkScenarios({ root: process.cwd(), scenario: 'boiler-renewal' });
 */
export async function checkScenarios({ root, scenario }: { root: string; scenario?: string }): Promise<Checked> {
  const all = scenarioFolders(root);
  const folders = all.filter(({ name }) => scenario === undefined || name === scenario);
  if (folders.length === 0) throw new Error(`Expected a scenario with a version file, got '${scenario ?? 'none'}'. There are: ${all.map(({ name }) => name).join(', ') || 'none'}. A new one: npx parcours new ${scenario ?? '<name>'}`);
  const files = folders.flatMap((folder) => folder.files);
  const program = programOf(root, files);
  const compiled = compileFindings(root, program, files);
  const linted = await lintFindings(root, program, files);
  return {
    scenarios: folders.map(({ name }) => name),
    versions: folders.flatMap(({ versions }) => versions).length,
    findings: inOrder([...versionFindings(root, folders), ...policyFindings(root, program, folders), ...withoutEchoes(linted, compiled)]),
  };
}

/** A rule of ours that speaks silences others about the same: the compiler where it says less, the layers' rule about a package. */
function withoutEchoes(linted: readonly Finding[], compiled: readonly Finding[]): Finding[] {
  const said = (rule: string, { file, line }: Finding): boolean => linted.some((finding) => finding.rule === rule && finding.file === file && finding.line === line);
  return [
    ...linted.filter((finding) => finding.rule !== 'imports' || !said('unpredictable-path', finding)),
    ...compiled.filter((finding) => !said(finding.rule, finding)),
  ];
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => one.file.localeCompare(other.file, 'en', { numeric: true }) || one.line - other.line || one.column - other.column);
}
