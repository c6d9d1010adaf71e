/** A day and a second of it on a wall clock. Summer time repeats or skips some: see instantOf. */
export type WallTime = {
  /** 'YYYY-MM-DD' */
  readonly day: string
  /** 0 … 86,399 */
  readonly second: number
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const kept = clocks.get(timeZone)
  if (kept) return kept
  const parts = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hourCycle: 'h23', ...parts })
  clocks.set(timeZone, clock)
  return clock
}

/** Zones change their clocks at full quarters of an hour: one question each is enough for a file of a million rows. */
const QUARTER_MS = 900_000
const MOST_KEPT = 100_000
const offsets = new Map<string, Map<number, number>>()

/** Milliseconds by which a zone's clock is ahead of UTC at an instant. */
function offsetAt(ms: number, timeZone: string): number {
  const quarter = Math.floor(ms / QUARTER_MS)
  const known = offsets.get(timeZone) ?? new Map<number, number>()
  const kept = known.get(quarter)
  if (kept !== undefined) return kept
  // 'sv-SE' writes 2026-04-01 00:00:00.
  const shown = Date.parse(
    `${clockOf(timeZone)
      .format(quarter * QUARTER_MS)
      .replace(' ', 'T')}Z`,
  )
  const offset = shown - quarter * QUARTER_MS
  if (known.size >= MOST_KEPT) known.clear()
  known.set(quarter, offset)
  offsets.set(timeZone, known)
  return offset
}

/** What a zone's clock shows at an instant. */
export function wallTimeOf(at: Date, timeZone: string): WallTime {
  const shown = new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString()
  const [hours, minutes, seconds] = shown.slice(11, 19).split(':').map(Number)
  return { day: shown.slice(0, 10), second: (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0) }
}

/**
 * The instant, ISO 8601 in UTC, at which a zone's clock shows a time. A time that summer time skips is read with the
 * clock before the change, one that it repeats is the first.
 */
export function instantOf({ day, second }: WallTime, timeZone: string): string {
  const shown = Date.parse(`${day}T00:00:00Z`) + second * 1000
  const before = shown - offsetAt(shown - 86_400_000, timeZone)
  const after = shown - offsetAt(shown + 86_400_000, timeZone)
  const showsIt = (ms: number) => ms + offsetAt(ms, timeZone) === shown
  return new Date(showsIt(before) || !showsIt(after) ? before : after).toISOString()
}
