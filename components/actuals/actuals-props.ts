import type { GridSection } from '#lib/actuals/grid'
import type { GridStanding } from '#lib/actuals/missing-cells'
import type { SaveAnswer, WantedCell } from '#lib/actuals/save-request'
import type { FiscalYear } from '#lib/month'
import type { MonthlyActual } from '#lib/monthly-actual'
import type { Organisation, Stage } from '#lib/organisation'
import type { Result } from '#lib/result'

/** Sends cells to the server. */
export type SaveCells = (input: {
  readonly teamId: string
  readonly cells: WantedCell[]
}) => Promise<Result<SaveAnswer>>

/** Raw figures of a team's year, as the page reads them. */
export type ActualsProps = {
  readonly teamId: string
  readonly year: FiscalYear
  readonly sections: readonly GridSection[]
  readonly cells: readonly MonthlyActual[]
  readonly stages: readonly Stage[]
  readonly standing: GridStanding
  readonly organisation: Pick<Organisation, 'currency' | 'negativeStyle' | 'timeZone'>
  readonly save: SaveCells
  /** False: the role reads only. */
  readonly editable: boolean
  /** Where the whole company stands, when this team is the company and has other teams; else null. */
  readonly wholeHref: string | null
}
