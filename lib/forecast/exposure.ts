/**
 * Lag-matched exposure (DOMAIN §5): what of the earlier stage was due to reach the next in a month, Σ_l k(l) · N(j − l).
 * `flow` reads the earlier stage's units of a month; months before the year are negative.
 */
export function exposure(shares: readonly number[], month: number, flow: (month: number) => number): number {
  return shares.reduce((sum, share, lag) => (share === 0 ? sum : sum + share * flow(month - lag)), 0)
}

/** Whether every month that the exposure of a month looks back on is entered. */
export function looksBackOnEntered(
  shares: readonly number[],
  month: number,
  actual: (month: number) => number | null,
): boolean {
  return shares.every((share, lag) => share === 0 || actual(month - lag) !== null)
}
