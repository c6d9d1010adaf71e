import type { Exact } from '#lib/exact'
import type { BridgeScope, EffectKey, EffectPart } from './bridge'
import { decimalOf, minus, total } from './decimal'
import { type Ledger, type LedgerRow, type Line, MONTHS } from './ledger'
import { type ExactEffect, runBridge } from './run-bridge'
import { revenueRows } from './sections'

/** One team's channel's, or one row's, part of an effect, exactly. */
export type Piece = Omit<EffectPart, 'amount' | 'planned' | 'actual' | 'base'> &
  Pick<ExactEffect, 'amount' | 'planned' | 'actual' | 'base' | 'within'> & { readonly key: EffectKey }

/** The bridge's pieces before any rounding: they add up to actual − planned revenue exactly. */
export function exactPieces(ledger: Ledger, channelId: string | null = null, scope: BridgeScope = 'kgi'): Piece[] {
  if (ledger.actualsThrough < 0) return []
  const runs = ledger.runs.filter((run) => channelId === null || run.channelId === channelId)
  const isRun = (row: LedgerRow) => runs.some((run) => run.teamId === row.teamId && run.channelId === row.channelId)
  const ofRuns = runs.flatMap((run) => {
    const { teamId, channelId: id } = run
    return runBridge(ledger, run).map((effect): Piece => ({ ...effect, teamId, channelId: id }))
  })
  const others = revenueIn(ledger, channelId, scope).filter((row) => !isRun(row))
  return [...ofRuns, ...others.map((row) => pieceOfRow(row, ledger))]
}

/** Revenue that a bridge explains. */
export function revenueIn(ledger: Ledger, channelId: string | null, scope: BridgeScope): LedgerRow[] {
  const isMarketing = (line: Line) => line === 'channel' || line === 'unallocated'
  return revenueRows(ledger).filter((row) =>
    channelId === null ? scope === 'kgi' || isMarketing(row.line) : row.channelId === channelId,
  )
}

function pieceOfRow(row: LedgerRow, ledger: Ledger): Piece {
  const [planned, actual] = [summed([row], 'plan', ledger), summed([row], 'actual', ledger)]
  const key = row.line === 'channel' ? (`unplanned:${row.channelId ?? ''}` as const) : row.line
  const { teamId, channelId } = row
  return { key, teamId, channelId, amount: minus(actual, planned), planned, actual, base: null, within: null }
}

/** The sum of rows over the months to the boundary; a blank is 0. */
export function summed(rows: readonly LedgerRow[], of: 'plan' | 'actual', { actualsThrough }: Ledger): Exact {
  return total(
    rows.flatMap((row) => MONTHS.slice(0, actualsThrough + 1).map((month) => decimalOf(row[of][month] ?? 0))),
  )
}
