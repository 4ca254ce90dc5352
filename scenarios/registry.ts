import { abandonedCartV1 } from './abandoned-cart/v1.ts';
import { areaDropV1 } from './area-drop/v1.ts';
import { boilerRenewalV1 } from './boiler-renewal/v1.ts';
import { boilerRenewalV2 } from './boiler-renewal/v2.ts';
import { boilerRenewalV3 } from './boiler-renewal/v3.ts';
import { equipmentRenewalV1 } from './equipment-renewal/v1.ts';
import { storeOpeningV1 } from './store-opening/v1.ts';
import { ScenarioError, workflowTypeOf, type AnyScenario } from './vocabulary/index.ts';
import { winBackV1 } from './win-back/v1.ts';
import { winBackV2 } from './win-back/v2.ts';

const VERSIONS: readonly AnyScenario[] = [
  abandonedCartV1,
  areaDropV1,
  boilerRenewalV1,
  boilerRenewalV2,
  boilerRenewalV3,
  equipmentRenewalV1,
  storeOpeningV1,
  winBackV1,
  winBackV2,
];

const BY_TYPE = new Map(VERSIONS.map((version) => [workflowTypeOf(version), version]));

/**
 * The scenario version behind a workflow type.
 *
 * @param workflowType such as `boiler-renewal.v1`
 * @throws ScenarioError (`UnknownScenario`) when no such version is registered.
 */
export function scenarioOf(workflowType: string): AnyScenario {
  const version = BY_TYPE.get(workflowType);
  if (!version) {
    throw new ScenarioError('UnknownScenario', `Expected a registered scenario version, got '${workflowType}'. Known: ${[...BY_TYPE.keys()].join(', ')}. Add it to scenarios/registry.ts.`);
  }
  return version;
}

/**
 * The newest registered version of a scenario.
 *
 * @throws ScenarioError (`UnknownScenario`) when there is none of that name.
 * @example newestVersion('boiler-renewal') // 1
 */
export function newestVersion(name: string): number {
  const versions = VERSIONS.filter((version) => version.name === name).map(({ version }) => version);
  if (versions.length > 0) return Math.max(...versions);
  throw new ScenarioError('UnknownScenario', `Expected a registered scenario, got '${name}'. Known: ${[...new Set(VERSIONS.map((version) => version.name))].join(', ')}.`);
}

/** The names of the registered scenarios. */
export function scenarioNames(): string[] {
  return [...new Set(VERSIONS.map(({ name }) => name))];
}
