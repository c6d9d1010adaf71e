import { ImportActualsInput } from '#lib/records/import'
import { importedActuals } from '../records/imported-actuals'
import { command } from './command'

/**
 * Writes cells of monthly actuals within an import, over whatever stands there, and answers what became of each, in
 * their order. The rules are those of saveActuals.
 * @throws AppError 'conflict' (importEnded, monthClosed, countedFromRecords, enteredByCampaign,
 *   enteredDirectly, teamArchived), 'invalid', 'notFound': nothing is saved then
 */
export const importActuals = command(
  { action: 'actuals.import', capability: 'records.import', input: ImportActualsInput },
  (work, { importId, actuals }) => importedActuals(work, importId, actuals),
)
