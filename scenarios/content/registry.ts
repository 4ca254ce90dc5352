import { content as abandonedCart } from '../abandoned-cart/content.ts';
import { content as areaDrop } from '../area-drop/content.ts';
import { content as boilerRenewal } from '../boiler-renewal/content.ts';
import { content as equipmentRenewal } from '../equipment-renewal/content.ts';
import { content as storeOpening } from '../store-opening/content.ts';
import { content as winBack } from '../win-back/content.ts';
import type { ScenarioContent } from './scenario-content.ts';

const CONTENT: Readonly<Record<string, ScenarioContent>> = {
  'abandoned-cart.v1': abandonedCart,
  'area-drop.v1': areaDrop,
  'boiler-renewal.v1': boilerRenewal,
  'boiler-renewal.v2': boilerRenewal,
  'boiler-renewal.v3': boilerRenewal,
  'equipment-renewal.v1': equipmentRenewal,
  'store-opening.v1': storeOpening,
  'win-back.v1': winBack,
  'win-back.v2': winBack,
};

/**
 * The content of a scenario version.
 *
 * @param workflowType such as `boiler-renewal.v1`
 * @throws Error when no such version is registered.
 */
export function contentOf(workflowType: string): ScenarioContent {
  const content = CONTENT[workflowType];
  if (!content) throw new Error(`Expected a registered scenario version, got '${workflowType}'. Known: ${Object.keys(CONTENT).join(', ')}. Add it to scenarios/content/registry.ts.`);
  return content;
}
