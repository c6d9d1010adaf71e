/** Numbers that look random and are the same at each call: the sample company is made from a fixed seed. */
export type Random = {
  /** Evenly between two bounds. */
  between(from: number, to: number): number
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a few thousand draws. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { between: (from, to) => from + (to - from) * next() }
}

/** Makes whole people of fractions: what is cut off is carried to the next time, so that sums stay true. */
export function carrying(): (name: string, amount: number) => number {
  const carried = new Map<string, number>()
  return (name, amount) => {
    const exact = (carried.get(name) ?? 0.5) + amount
    const whole = Math.max(0, Math.floor(exact))
    carried.set(name, exact - whole)
    return whole
  }
}
