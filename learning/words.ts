/** A share as people read it. */
export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}
