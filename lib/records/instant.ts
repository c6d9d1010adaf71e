import { instantOf } from '#lib/instant'

/**
 * The instant of a moment as lib/records/fields.ts takes it, in ISO 8601 UTC: a bare day is its beginning in the
 * organisation's time zone; where the clocks skip midnight that day, the first instant after it.
 */
export function instantOfMoment(moment: string, timeZone: string): string {
  return moment.length > 10 ? new Date(moment).toISOString() : instantOf({ day: moment, second: 0 }, timeZone)
}
