import type { VariantsOfMessage } from '../../store/figures/index.ts';
import { wilson } from '../../store/lift.ts';
import { COLOURS } from './drawing.ts';
import { framed, legible, type ChartOptions } from './frame.ts';
import { intervals } from './intervals.ts';

export const ARM_COLOURS = [COLOURS.print, COLOURS.mail, COLOURS.goal, COLOURS.other, COLOURS.answer, COLOURS.muted] as const;

/** What share of each variant's touches was answered, with its 95 % interval. An arm without answers has an interval too. */
export function variantsChart({ message, variants }: VariantsOfMessage, options: ChartOptions): string {
  const known = variants.filter(({ touches }) => touches > 0);
  return framed(options, known.length === 0 ? (words) => words.noVariants : undefined, ({ words, numbers, ...sheet }) => {
    const rows = known.map(({ variant, touches, answered }, index) => {
      const { rate, low, high } = wilson({ of: touches, converted: answered });
      return { name: legible(variant, 30), text: `${numbers.percent(rate)} · ${words.ofCount(numbers.count(answered), numbers.count(touches))}`, at: rate, low, high, colour: ARM_COLOURS[index % ARM_COLOURS.length]! };
    });
    return intervals(rows, { ...sheet, label: words.variants(legible(message)), description: rows.map(({ name, text }) => `${name}: ${text}`).join('; '), unit: words.answeredShare, write: (value) => numbers.percent(value), zero: false });
  });
}
