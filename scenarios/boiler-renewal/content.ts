import type { ScenarioContent } from '../content/scenario-content.ts';
import { brand } from './brand.ts';
import { facts } from './facts.ts';
import { messages } from './messages/index.ts';
import { pages } from './pages/index.ts';
import { policies } from './policies.ts';

/** All of boiler-renewal that is not its path. */
export const content: ScenarioContent = { brand, facts, messages, pages, policies };
