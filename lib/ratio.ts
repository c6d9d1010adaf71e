/** a ÷ b. A ratio whose denominator is 0, or that lacks either part, is undefined (null), which is not 0. DOMAIN §1. */
export function ratio(a: number | null, b: number | null): number | null {
  if (a === null || b === null || b === 0) return null
  return a / b
}

/**
 * 達成率 = 実績 ÷ 計画, of the same months. Null without a plan to attain: a plan of 0, or one below 0
 * (more was given to the teams than the company's goal holds).
 */
export function attainment(actual: number | null, plan: number | null): number | null {
  return plan !== null && plan < 0 ? null : ratio(actual, plan)
}

/** 差異 = 実績 − 計画. */
export function variance(actual: number | null, plan: number | null): number | null {
  return actual === null || plan === null ? null : actual - plan
}

/** The sum of what is known. Null when nothing is: an empty sum is not 0. */
export function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (value === null ? sum : (sum ?? 0) + value), null)
}
