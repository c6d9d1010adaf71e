import { instantOf, type WallTime, wallTimeOf } from '#lib/instant'

export const DATE_STYLES = ['ymd', 'mdy', 'dmy', 'serial'] as const
/** Order of year, month and day; serial: days since 1899-12-30, as a spreadsheet counts them. */
export type DateStyle = (typeof DATE_STYLES)[number]

/** Why a text is no date: keys of the i18n namespace `data`, below `faults`. */
export type DateFault = 'dateUnreadable' | 'dateNotExisting' | 'dateNoYear'

export type Moment = {
  /** The day in the organisation's time zone, 'YYYY-MM-DD'. */
  readonly day: string
  /** ISO 8601 in UTC; a text without a time of day means the beginning of that day. */
  readonly instant: string
}
export type ReadMoment = { readonly value: Moment | null } | { readonly fault: DateFault }

const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  r: 2018,
  h: 1988,
  s: 1925,
  t: 1911,
  m: 1867,
}
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim()

const TIME =
  '(?:[T ,]* ?(?<half>午前|午後)? ?(?<hour>\\d{1,2})(?::|時)(?<minute>\\d{1,2})分?(?::?(?<second>\\d{1,2})秒?(?:[.,](?<fraction>\\d{1,9}))?)? ?(?<ampm>[ap]\\.?m\\.?)?' +
  ' ?(?<zone>Z|UTC|GMT|JST|[+-]\\d{2}:?\\d{2})?)?'
const form = (day: string) => new RegExp(`^${day}(?:日)?(?: ?\\([^)]{1,3}\\))?${TIME}$`, 'i')

const YEAR_FIRST = form('(?<year>\\d{4})[-/.年] ?(?<month>\\d{1,2})[-/.月] ?(?<day>\\d{1,2})')
const YEAR_FIRST_SHORT = form('(?<year>\\d{2})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})')
const COMPACT = form('(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})')
const ERA = form(
  '(?<era>令和|平成|昭和|大正|明治|[RHSTM])\\.? ?(?<year>元|\\d{1,2})[年./-] ?(?<month>\\d{1,2})[月./-] ?(?<day>\\d{1,2})',
)
const MONTH_FIRST = form('(?<month>\\d{1,2})[-/.](?<day>\\d{1,2})[-/.](?<year>\\d{4}|\\d{2})')
const DAY_FIRST = form('(?<day>\\d{1,2})[-/.](?<month>\\d{1,2})[-/.](?<year>\\d{4}|\\d{2})')
const NAME_FIRST = form('(?<name>[a-z]{3,9})\\.? (?<day>\\d{1,2}),? (?<year>\\d{4})')
const NAME_SECOND = form('(?<day>\\d{1,2})[- ](?<name>[a-z]{3,9})\\.?[-, ]+(?<year>\\d{4})')
const WITHOUT_YEAR = /^\d{1,2}[-/.月]\d{1,2}日?$/

/** Forms that say themselves what they mean stand first; the rest is the style's. */
const FORMS: Readonly<Record<DateStyle, readonly RegExp[]>> = {
  ymd: [YEAR_FIRST, COMPACT, ERA, NAME_FIRST, NAME_SECOND, YEAR_FIRST_SHORT],
  mdy: [YEAR_FIRST, COMPACT, ERA, NAME_FIRST, NAME_SECOND, MONTH_FIRST],
  dmy: [YEAR_FIRST, COMPACT, ERA, NAME_FIRST, NAME_SECOND, DAY_FIRST],
  serial: [YEAR_FIRST, ERA],
}

/**
 * A day or an instant as people and tools write it. A time with its zone is moved to the organisation's; without one it
 * is that zone's time already. '' is null.
 */
export function readMoment(text: string, style: DateStyle, timeZone: string): ReadMoment {
  const typed = plain(text)
  if (typed === '') return { value: null }
  if (style === 'serial' && /^\d+(\.\d+)?$/.test(typed)) return fromSerial(Number(typed), timeZone)
  const groups = FORMS[style].map((each) => each.exec(typed)?.groups).find((found) => found !== undefined)
  if (!groups) return { fault: WITHOUT_YEAR.test(typed) ? 'dateNoYear' : 'dateUnreadable' }
  const wall = wallOf(groups)
  if (wall === null || !exists(wall)) return { fault: 'dateNotExisting' }
  return moment(wall, groups.zone, timeZone, Number(`0.${groups.fraction ?? 0}`) * 1000)
}

/** Days from 1900-03-01 on: before it a spreadsheet counts a day that never was. */
function fromSerial(serial: number, timeZone: string): ReadMoment {
  if (serial < 61 || serial >= 109_575) return { fault: 'dateNotExisting' }
  const seconds = Math.round(serial * 86_400) - 25_569 * 86_400
  const at = new Date(seconds * 1000).toISOString()
  const second = ((seconds % 86_400) + 86_400) % 86_400
  return moment({ day: at.slice(0, 10), second }, undefined, timeZone)
}

function moment(wall: WallTime, zone: string | undefined, timeZone: string, ms = 0): ReadMoment {
  const fraction = Math.floor(ms)
  if (zone === undefined) {
    const at = new Date(Date.parse(instantOf(wall, timeZone)) + fraction)
    return { value: { day: wall.day, instant: at.toISOString() } }
  }
  const at = new Date(Date.parse(`${wall.day}T00:00:00Z`) + (wall.second - offsetOf(zone)) * 1000 + fraction)
  return { value: { day: wallTimeOf(at, timeZone).day, instant: at.toISOString() } }
}

/** Seconds east of Greenwich. */
function offsetOf(zone: string): number {
  if (/^JST$/i.test(zone)) return 9 * 3600
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60)
}

function wallOf(groups: Record<string, string | undefined>): WallTime | null {
  const era = ERAS[(groups.era ?? '').toLowerCase()]
  const typedYear = groups.year === '元' ? 1 : Number(groups.year)
  const year = era === undefined ? typedYear + (groups.year?.length === 2 ? 2000 : 0) : era + typedYear
  const month =
    groups.name === undefined ? Number(groups.month) : MONTHS.indexOf(groups.name.slice(0, 3).toLowerCase()) + 1
  const second = secondOf(groups)
  const two = (part: number | string | undefined) => String(part).padStart(2, '0')
  return second === null ? null : { day: `${String(year).padStart(4, '0')}-${two(month)}-${two(groups.day)}`, second }
}

function secondOf({ half, hour, minute, second, ampm }: Record<string, string | undefined>): number | null {
  if (hour === undefined) return 0
  const afternoon = half === '午後' || /^p/i.test(ampm ?? '')
  const twelve = half !== undefined || ampm !== undefined
  const hours = twelve ? (Number(hour) % 12) + (afternoon ? 12 : 0) : Number(hour)
  const [minutes, seconds] = [Number(minute), Number(second ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  return hours * 3600 + minutes * 60 + seconds
}

/** Whether the calendar has the day, and it lies within a business's memory. */
function exists({ day }: WallTime): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) && day >= '1900-01-01' && day < '2200-01-01'
}
