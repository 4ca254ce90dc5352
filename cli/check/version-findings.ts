import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf, type Finding } from './finding.ts';
import { changedSince, FROZEN_FILE, frozenVersions, standing } from './frozen-versions.ts';
import { CONTENT_REGISTRY, POPULATIONS, REGISTRY, registered, type Registered } from './registries.ts';
import { STARTER, type ScenarioFolder, type VersionFile } from './scenario-files.ts';
import { declaredIn, type Declared } from './version-source.ts';

/** What is wrong with versions as such: not registered, registered under another name, changed since their launch, gone. */
export function versionFindings(root: string, folders: readonly ScenarioFolder[]): Finding[] {
  const frozen = frozenVersions(root);
  const known = registered(root);
  return folders.flatMap(({ name, versions, files }) => [
    ...versions.flatMap((version) => {
      const text = readFileSync(join(root, version.file), 'utf8');
      const declared = declaredIn(text);
      const at = placeOf(version, declared);
      const unregistered = name === STARTER ? [] : registrationFaults(name, version, declared, known).map((message) => finding({ ...at, rule: 'unregistered-version', message }));
      const newer = versions.find((other) => other.version > version.version);
      const unfrozen = freezingFault(version, standing(version.workflowType, text, frozen), newer);
      return [...unregistered, ...(unfrozen ? [finding({ ...at, rule: 'unfrozen-version', message: unfrozen })] : [])];
    }),
    ...populationFindings(name, files, known),
    ...Object.keys(frozen)
      .filter((type) => type.replace(/\.v\d+$/, '') === name && !versions.some(({ workflowType }) => workflowType === type))
      .map((type) => goneFinding(root, type)),
  ]);
}

function registrationFaults(scenario: string, { version, workflowType, file }: VersionFile, declared: Declared | undefined, known: Registered): string[] {
  if (!declared) return [`Expected ${file} to export a scenario, got none. Export one, such as \`export const ${exportName(scenario, version)} = scenario<…>({ name: '${scenario}', version: ${version}, … }, …)\`.`];
  const faults: string[] = [];
  if (declared.name !== undefined && declared.name !== scenario) faults.push(`Expected the scenario in ${file} to have its folder's name, '${scenario}', got '${declared.name}'. Correct \`name\`.`);
  if (declared.version !== undefined && declared.version !== version) faults.push(`Expected the scenario in ${file} to be version ${version}, got ${declared.version}. Correct \`version\`, or the file's name.`);
  const path = `./${scenario}/v${version}.ts`;
  if (!known.versions.has(path)) faults.push(`Expected ${workflowType} in ${REGISTRY}, got none: no worker could run its journeys. Add \`import { ${declared.exported} } from '${path}';\` and \`${declared.exported}\` to VERSIONS.`);
  if (!known.contents.has(workflowType)) faults.push(`Expected the content of ${workflowType} in ${CONTENT_REGISTRY}, got none: its touches would find no messages. Add \`'${workflowType}': …\` to CONTENT, with the scenario's content.ts.`);
  return faults;
}

function populationFindings(scenario: string, files: readonly string[], { populations }: Registered): Finding[] {
  const file = `scenarios/${scenario}/population.ts`;
  if (scenario === STARTER || !files.includes(file) || populations.has(scenario)) return [];
  const message = `Expected the population of '${scenario}' in ${POPULATIONS}, got none: the simulator would not find it. Import it there and add \`'${scenario}': …\` to POPULATIONS.`;
  return [finding({ file, line: 1, column: 1, length: 1, rule: 'unregistered-version', message })];
}

function freezingFault(version: VersionFile, stands: 'as-launched' | 'changed' | 'never-launched', newer: VersionFile | undefined): string | undefined {
  if (stands === 'changed') return changedSince(version);
  if (stands === 'as-launched' || !newer) return undefined;
  const [, scenario] = version.file.split('/');
  return `Expected ${version.workflowType} to be frozen, since there is a newer version, got one that is not in ${FROZEN_FILE}. If it was launched: npx parcours freeze ${scenario} ${version.version}. If not, it has no journeys: take it out and keep the newer one.`;
}

function goneFinding(root: string, workflowType: string): Finding {
  const lines = readFileSync(join(root, FROZEN_FILE), 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(`"${workflowType}"`));
  const message = `Expected the file of ${workflowType}, which was launched, got none. Journeys under way replay it. Take it back from version control; when the last of them has ended, take this line out with it.`;
  return finding({ file: FROZEN_FILE, line: line + 1, column: (lines[line]?.indexOf('"') ?? 0) + 1, length: workflowType.length + 2, rule: 'unfrozen-version', message });
}

function placeOf({ file }: VersionFile, declared: Declared | undefined): Pick<Finding, 'file' | 'line' | 'column' | 'length'> {
  return { file, line: declared?.line ?? 1, column: declared?.column ?? 1, length: declared?.exported.length ?? 1 };
}

function finding(rest: Omit<Finding, 'page'>): Finding {
  return { ...rest, page: pageOf(rest.rule) };
}

/** @example exportName('boiler-renewal', 1) // 'boilerRenewalV1' */
function exportName(scenario: string, version: number): string {
  return `${scenario.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}V${version}`;
}
