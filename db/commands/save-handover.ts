import { wallTimeOf } from '#lib/instant'
import { type SavedEdit, SaveHandoverInput, SeenHandover } from '#lib/records/edit'
import { savedUnlessChanged } from '../records/edited'
import { given, momentsIn } from '../records/incoming'
import { referencesOf } from '../records/references'
import { lockRecords } from '../records/rollup'
import type { Values } from '../records/tables'
import { type Change, command } from './command'

/**
 * Notes by hand when a lead was passed to sales, worked, or returned and why. Where somebody else noted another day or
 * reason since it was seen, nothing is saved and both values come back.
 * @throws AppError 'invalid', 'notFound'
 */
export const saveHandover = command(
  { action: 'handover.save', capability: 'pipeline.edit', input: SaveHandoverInput },
  async (work, { leadId, seen, returnReason, ...dates }): Promise<Change<SavedEdit<SeenHandover>>> => {
    await lockRecords(work)
    const { timeZone } = await referencesOf(work)
    const values = { ...given({ returnReason }), ...momentsIn(timeZone)(dates) }
    const shown = (fields: Values) => daysOf(fields, timeZone)
    return savedUnlessChanged(work, 'leads', leadId, { values, seen, shown, part: SeenHandover.partial() })
  },
)

const MOMENTS = ['passedAt', 'workedAt', 'returnedAt']

/** The form shows days: another hour of the same day is no other value. */
function daysOf(values: Values, timeZone: string): Values {
  const days = Object.entries(values).map(([name, value]) => {
    const isMoment = MOMENTS.includes(name) && typeof value === 'string'
    return [name, isMoment ? wallTimeOf(new Date(value), timeZone).day : value]
  })
  return Object.fromEntries(days)
}
