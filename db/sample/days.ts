import { type Month, monthOf } from '#lib/month'
import type { Random } from './random'

const DAY = 86_400_000
const at = (date: string) => Date.parse(`${date}T00:00:00Z`)
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)

/** 'YYYY-MM-DD', so many days later. */
export function addDays(date: string, days: number): string {
  return dateOf(at(date) + Math.round(days) * DAY)
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((at(to) - at(from)) / DAY)
}

export function earlier(a: string, b: string): string {
  return a < b ? a : b
}

/** A day of a month, not before `from` and not after `to`. */
export function dayIn(
  month: Month,
  random: Random,
  { from = '', to = '9999' }: { from?: string; to?: string } = {},
): string {
  const first = [`${month}-01`, from].sort().at(-1) ?? `${month}-01`
  const day = addDays(`${month}-01`, Math.floor(random.between(0, 28)))
  return earlier(to, day < first && monthOf(first) === month ? first : day < first ? `${month}-28` : day)
}
