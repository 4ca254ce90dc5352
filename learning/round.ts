/** To nine significant digits: what two machines compute alike, and hash alike. */
export function rounded(value: number): number {
  return Number(value.toPrecision(9));
}
