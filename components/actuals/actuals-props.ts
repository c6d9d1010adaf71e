import type { ClosingState } from '#lib/actuals/closing'
import type { GridSection } from '#lib/actuals/grid'
import type { GridStanding } from '#lib/actuals/missing-cells'
import type { SaveAnswer, WantedCell } from '#lib/actuals/save-request'
import type { FiscalYear, Month } from '#lib/month'
import type { MonthlyActual, Restatement } from '#lib/monthly-actual'
import type { Organisation } from '#lib/organisation'
import type { Packed } from '#lib/packed'
import type { LedgerStage } from '#lib/plan-vs-actual/ledger'
import type { Result } from '#lib/result'

/** Sends cells to the server; `reason` for those of closed months. */
export type SaveCells = (input: {
  readonly teamId: string
  readonly cells: WantedCell[]
  readonly reason: string | null
}) => Promise<Result<SaveAnswer>>

/** What may be done with the months of the year. */
export type ClosingActions = {
  readonly close: (input: { readonly teamId: string; readonly through: Month }) => Promise<Result<unknown>>
  readonly reopen: (input: {
    readonly teamId: string
    readonly month: Month
    readonly reason: string
  }) => Promise<Result<unknown>>
  readonly choose: (input: {
    readonly teamId: string
    readonly year: number
    readonly month: Month | null
  }) => Promise<Result<unknown>>
}

/** Raw figures of a team's year. */
export type ActualsFigures = {
  readonly sections: readonly GridSection[]
  readonly cells: readonly MonthlyActual[]
  readonly stages: readonly LedgerStage[]
  readonly standing: GridStanding
  readonly closing: ClosingState
  /** Of this year's closed months. */
  readonly restatements: readonly Restatement[]
}

export type ActualsProps = ActualsFigures & {
  readonly teamId: string
  readonly year: FiscalYear
  readonly organisation: Pick<Organisation, 'currency' | 'negativeStyle' | 'timeZone'>
  readonly save: SaveCells
  readonly closingActions: ClosingActions
  /** False: the role reads only. */
  readonly editable: boolean
  /** Whether the role may close and open months. */
  readonly mayClose: boolean
  /** Where the whole company stands, when this team is the company and has other teams; else null. */
  readonly wholeHref: string | null
}

/** As the page sends them. */
export type ActualsScreenProps = Omit<ActualsProps, keyof ActualsFigures> & {
  readonly packedFigures: Packed<ActualsFigures>
}

/** The grid, and what stands beside it on a wide window. */
export const ACTUALS_COLUMNS = 'desktop:grid-cols-[minmax(0,1fr)_236px] desktop:items-start desktop:pr-4'
