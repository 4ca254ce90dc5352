/**
 * Checks scenarios without running them: the compiler, the lint plugin of `lint/`, and the registries. For the command line and for tests.
 * Exports only.
 */
export { checkScenarios, type Checked } from './check-scenarios.ts';
export { versionFindings } from './version-findings.ts';
export { pageOf, RULES, type Finding } from './finding.ts';
export { changedSince, freeze, FROZEN_FILE, frozenVersions, standing, type Frozen } from './frozen-versions.ts';
export { CONTENT_REGISTRY, importsOf, listIn, POPULATIONS, REGISTRY, registered, sourceOf, tableIn } from './registries.ts';
export { scenarioFolders, STARTER, TREE, type ScenarioFolder, type VersionFile } from './scenario-files.ts';
