/** A mark on the line, from 0 at its beginning to 100 at its end. */
export type Placed = {
  readonly at: number
  /** Whether there is room for its day beneath it; on a phone the line is shorter. */
  readonly isDated: boolean
  readonly isDatedOnPhone: boolean
  /** On which of the two lines above it its name stands: names side by side would run into each other. */
  readonly level: 0 | 1
}

/** A point in days; `isNamed`: a milestone has its name above it, and its day before others'. */
export type Point = { readonly day: number; readonly isNamed: boolean }

/** How far a day's text, and a milestone's name, reach, in hundredths of the line. */
const DATE_ROOM = 5
const DATE_ROOM_ON_PHONE = 12
const NAME_ROOM = 10

/** Marks by time. All on one day: side by side from the left. */
export function placed(points: readonly Point[]): Placed[] {
  const first = Math.min(...points.map(({ day }) => day))
  const span = Math.max(...points.map(({ day }) => day)) - first
  const at = points.map(({ day }, i) =>
    span === 0 ? (i / Math.max(1, points.length - 1)) * 100 : ((day - first) / span) * 100,
  )
  const dated = datedOf(points, at, DATE_ROOM)
  const datedOnPhone = datedOf(points, at, DATE_ROOM_ON_PHONE)
  let lastNamed = Number.NEGATIVE_INFINITY
  let level: 0 | 1 = 1
  return points.map(({ isNamed }, i) => {
    const position = at[i] ?? 0
    if (isNamed) {
      level = position - lastNamed < NAME_ROOM && level === 0 ? 1 : 0
      lastNamed = position
    }
    return {
      ...{ at: position, isDated: dated.has(i), isDatedOnPhone: datedOnPhone.has(i) },
      level: isNamed ? level : 0,
    }
  })
}

/** Days are written from the last to the first, milestones before the others, wherever they have room. */
function datedOf(points: readonly Point[], at: readonly number[], room: number): ReadonlySet<number> {
  const dated = new Set<number>()
  const order = points.map((_, i) => i).toReversed()
  const byRank = [...order.filter((i) => points[i]?.isNamed), ...order.filter((i) => !points[i]?.isNamed)]
  for (const i of byRank) {
    if ([...dated].every((other) => Math.abs((at[other] ?? 0) - (at[i] ?? 0)) >= room)) dated.add(i)
  }
  return dated
}
