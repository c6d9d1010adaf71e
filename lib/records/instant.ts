const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  formats.set(timeZone, made)
  return made
}

/** What clocks in a time zone show at an instant, as if they showed UTC: milliseconds. */
function clockAt(instant: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Beginnings of days that were asked for: a file names few days many times, and clocks are slow to ask. */
const beginnings = new Map<string, string>()
const MOST_DAYS = 20_000

/**
 * The instant of a moment as lib/records/fields.ts takes it, in ISO 8601 UTC: a bare day is its beginning in the
 * organisation's time zone; where the clocks skip midnight that day, the first instant after it.
 */
export function instantOf(moment: string, timeZone: string): string {
  if (moment.length > 10) return new Date(moment).toISOString()
  const key = `${timeZone} ${moment}`
  const known = beginnings.get(key)
  if (known) return known
  if (beginnings.size >= MOST_DAYS) beginnings.clear()
  const found = beginningOf(moment, timeZone)
  beginnings.set(key, found)
  return found
}

function beginningOf(moment: string, timeZone: string): string {
  const midnight = Date.parse(`${moment}T00:00:00Z`)
  const guess = midnight - (clockAt(midnight, timeZone) - midnight)
  const again = midnight - (clockAt(guess, timeZone) - guess)
  // Two offsets are possible around a change of clocks; the later of the two never falls on the day before.
  const fits = [guess, again].filter((instant) => clockAt(instant, timeZone) >= midnight)
  return new Date(Math.min(...(fits.length > 0 ? fits : [again]))).toISOString()
}
