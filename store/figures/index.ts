/**
 * A campaign's figures, one module a question. They are sums that are kept up as things happen (`advanceFigures`), journey by journey, and equal a recount of the raw
 * records. Exports only.
 */
export { advanceFigures, type AdvanceOptions } from './advance.ts';
export { campaignFigures, type CampaignFigures } from './campaign-figures.ts';
export { campaignLift } from './campaign-lift.ts';
export { endingsOf } from './endings.ts';
export { flowsOf, type FlowNode, type Flows } from './flows.ts';
export { funnelOf, LOSSES, STEPS, type Funnel } from './funnel.ts';
export type { FigureQuery } from './kept.ts';
export { responsesByDay, type ResponsesOfMedium } from './responses.ts';
export { spendingOf, type Spending } from './spending.ts';
export { variantsOf, type VariantCount, type VariantsOfMessage } from './variants.ts';
export { waitingOf, type Waiting } from './waiting.ts';
