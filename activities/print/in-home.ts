import type { PrintMessage } from '../../scenarios/content/index.ts';

const DAY = 86_400_000;

/**
 * When a piece that is handed over at a time is expected in the letter box, both campaign milliseconds.
 *
 * @example inHomeEstimate({ deliveryDays: 3 }, cutOff) // three days later
 */
export function inHomeEstimate({ deliveryDays }: Pick<PrintMessage<object>, 'deliveryDays'>, handedOver: number): number {
  return handedOver + deliveryDays * DAY;
}
