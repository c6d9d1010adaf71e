import { ratio } from '#lib/ratio'

export type VelocityParts = {
  /** Open opportunities. */
  readonly opportunities: number
  readonly winRate: number | null
  /** Mean amount of a won opportunity. */
  readonly dealSize: number | null
  /** Mean days from creation to close of the won ones. */
  readonly cycleDays: number | null
}

/**
 * Pipeline velocity, money per day: opportunities × win rate × deal size ÷ cycle days (DOMAIN §8). Null when a part is
 * unknown, or when the cycle took 0 days.
 */
export function velocityOf({ opportunities, winRate, dealSize, cycleDays }: VelocityParts): number | null {
  return winRate === null || dealSize === null ? null : ratio(opportunities * winRate * dealSize, cycleDays)
}
