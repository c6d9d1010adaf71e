/** A decimal held exactly: units ÷ 10^places. */
export type Exact = { readonly units: bigint; readonly places: number }

const DECIMAL = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/

const POWERS: bigint[] = []

export function pow10(places: number): bigint {
  const known = POWERS[places] ?? 10n ** BigInt(places)
  POWERS[places] = known
  return known
}

/** A plan asks for the same hundred weights, shares and rates at every key: what was read last is kept. */
const KEPT = new Map<string, Exact | null>()
const MOST_KEPT = 500

/** '0.012' → 12 ÷ 10^3. Null when the text is not a plain decimal ('', '1e3', '0x10', '.5'). */
export function exactOf(text: string): Exact | null {
  const known = KEPT.get(text)
  if (known !== undefined) return known
  if (KEPT.size >= MOST_KEPT) KEPT.clear()
  const read = readDecimal(text)
  KEPT.set(text, read)
  return read
}

function readDecimal(text: string): Exact | null {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(text) ?? []
  if (sign === undefined) return null
  const units = BigInt(whole + fraction)
  return { units: sign === '-' ? -units : units, places: fraction.length }
}

/** 320 ÷ 10^4 is '0.032': the shortest text that reads as the same decimal. */
export function textOf({ units, places }: Exact): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** Rewrites decimals over one shared denominator 10^places. */
export function aligned(decimals: readonly Exact[]): { units: bigint[]; places: number } {
  const places = Math.max(0, ...decimals.map((decimal) => decimal.places))
  return { units: decimals.map((decimal) => decimal.units * pow10(places - decimal.places)), places }
}

/** ⌈a ÷ b⌉ for b > 0, exact. */
export function ceilDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return quotient * b < a ? quotient + 1n : quotient
}

/** a ÷ b for a ≥ 0, b > 0, to the nearest whole number, halves upwards. */
export function roundDiv(a: bigint, b: bigint): bigint {
  return (2n * a + b) / (2n * b)
}

const bits = (n: bigint): number => n.toString(16).length * 4

/** The double nearest to a ÷ b (a ≥ 0, b > 0), also where either exceeds what a double can hold. */
export function ratioToNumber(a: bigint, b: bigint): number {
  if (a === 0n) return 0
  // 64 bits of quotient, plus one sticky bit for the remainder, are enough to round once and correctly.
  const shift = Math.max(0, 66 + bits(b) - bits(a))
  const scaled = a << BigInt(shift)
  const quotient = scaled / b
  return Number(quotient * b === scaled ? quotient << 1n : (quotient << 1n) | 1n) / 2 ** (shift + 1)
}
