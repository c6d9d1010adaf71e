import { instantOf, wallTimeOf } from '#lib/instant'

/**
 * An instant as a spreadsheet shows it, on the organisation's clock: only the day when it is the day's beginning. An hour
 * that summer time repeats is told in UTC the second time, so that the text always means the same instant.
 */
export function momentText(at: Date, timeZone: string): string {
  const { day, second } = wallTimeOf(at, timeZone)
  const whole = new Date(Math.floor(at.getTime() / 1000) * 1000)
  if (instantOf({ day, second }, timeZone) !== whole.toISOString()) return at.toISOString()
  const fraction = at.getTime() - whole.getTime()
  if (second === 0 && fraction === 0) return day
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0')
  const time = `${two(second / 3600)}:${two((second % 3600) / 60)}:${two(second % 60)}`
  return `${day} ${time}${fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`}`
}
