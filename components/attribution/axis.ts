/** At most this many steps between 0 and the top of an axis. */
const MOST_STEPS = 5

/** A round axis from 0 that holds the largest amount: 42.6 gives 0, 10 … 50. */
export function axisOf(largest: number): { readonly top: number; readonly ticks: readonly number[] } {
  if (largest <= 0) return { top: 0, ticks: [0] }
  const power = 10 ** Math.floor(Math.log10(largest / MOST_STEPS))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size * MOST_STEPS >= largest) ?? power * 10
  const steps = Math.ceil(largest / step)
  return {
    top: largest,
    ticks: Array.from({ length: steps + 1 }, (_, i) => i * step).filter((tick) => tick <= largest),
  }
}
