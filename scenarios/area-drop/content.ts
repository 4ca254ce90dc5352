import type { ScenarioContent } from '../content/scenario-content.ts';
import { brand } from './brand.ts';
import { facts } from './facts.ts';
import { leaflet } from './leaflet.ts';
import { messages } from './messages/index.ts';
import { areaPage } from './pages/area-page.tsx';
import { pages } from './pages/index.ts';

/** All of area-drop that is not its path. */
export const content: ScenarioContent = { brand, facts, messages, pages, drop: { leaflet, page: areaPage, facts: ({ code, name }) => ({ areaCode: code, areaName: name }) } };
