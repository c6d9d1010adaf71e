import { type Exact, exactOf, pow10, ratioToNumber } from '#lib/exact'

export const ZERO: Exact = { units: 0n, places: 0 }

/** A number as it is written in decimals; amounts and counts are whole. */
export function decimalOf(value: number): Exact {
  return Number.isInteger(value) ? { units: BigInt(value), places: 0 } : (exactOf(String(value)) ?? ZERO)
}

export function plus(a: Exact, b: Exact): Exact {
  if (a.places === b.places) return { units: a.units + b.units, places: a.places }
  const places = Math.max(a.places, b.places)
  return { units: a.units * pow10(places - a.places) + b.units * pow10(places - b.places), places }
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { ...b, units: -b.units })
}

export function times(a: Exact, b: Exact): Exact {
  return { units: a.units * b.units, places: a.places + b.places }
}

export function total(values: readonly Exact[]): Exact {
  return values.reduce(plus, ZERO)
}

/** The nearest double. */
export function numberOf({ units, places }: Exact): number {
  const size = ratioToNumber(units < 0n ? -units : units, pow10(places))
  return units < 0n ? -size : size
}
