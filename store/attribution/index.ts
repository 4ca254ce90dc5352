/** To what a campaign's orders are put down, and what it really added. Exports only. */
export { attributionOf, WINDOWS, type Attribution, type AttributionOptions, type Credit, type CreditsOfModel } from './attribution.ts';
export { incrementalOf, type Estimate, type Incremental } from './incremental.ts';
export { MODELS, sharesOf, type Model } from './models.ts';
export { ordersOf, type Order } from './orders.ts';
