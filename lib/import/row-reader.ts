import type { CostRow } from '#lib/records/cost'
import { contentIdentity, externalIdentity } from '#lib/records/identity'
import type { ImportKind } from '#lib/records/import'
import type { LeadRow } from '#lib/records/lead'
import type { OpportunityRow } from '#lib/records/opportunity'
import type { TouchRow } from '#lib/records/touch'
import { EqualRows } from './equal-rows'
import type { Fault } from './fault'
import type { Flag } from './flag'
import type { ImportMapping } from './mapping'
import {
  type ActualsRow,
  actualsDraft,
  costDraft,
  type Draft,
  leadDraft,
  opportunityDraft,
  touchDraft,
} from './records'
import { RowCells, type RowContext } from './row-cells'

/** What a row of a file became. */
export type RowReading<Row> =
  | { readonly state: 'read'; readonly record: Row; readonly flags: readonly Flag[] }
  | { readonly state: 'skipped' }
  | { readonly state: 'faulty'; readonly faults: readonly Fault[] }

export type RecordRows = {
  readonly leads: LeadRow
  readonly opportunities: OpportunityRow
  readonly touches: TouchRow
  readonly costs: CostRow
  readonly actuals: ActualsRow
}

export type ReadRow<Row> = (row: readonly string[], number: number) => RowReading<Row>

type Drafts = { readonly [Kind in ImportKind]: (cells: RowCells) => Draft<RecordRows[Kind]> | null }

const DRAFTS: Drafts = {
  leads: leadDraft,
  opportunities: opportunityDraft,
  touches: touchDraft,
  costs: costDraft,
  actuals: actualsDraft,
}

/**
 * Reads a file's rows, in their order: each has an identity by its external id, else by its content and its count among
 * equal rows before it.
 */
export function rowReader<Kind extends ImportKind>(
  kind: Kind,
  mapping: ImportMapping,
  headers: readonly string[],
  context: RowContext,
): ReadRow<RecordRows[Kind]> {
  const cells = new RowCells(mapping, context, headers)
  const equal = new EqualRows()
  const identityOf = ({ externalId, key }: Draft<RecordRows[Kind]>) => {
    if (externalId !== null) {
      if (equal.count(externalId) > 1) cells.flag('repeatedId')
      return externalIdentity(externalId)
    }
    const hash = context.hash(JSON.stringify(key))
    return contentIdentity(hash, equal.count(hash))
  }
  return (row, number) => {
    cells.turnTo(row, number)
    const draft = DRAFTS[kind](cells)
    if (cells.isSkipped) return { state: 'skipped' }
    const twice = draft?.once?.find((text) => equal.count(text) > 1)
    if (twice !== undefined) cells.fault(null, 'recordTwice', '')
    if (draft === null || cells.faults.length > 0) return { state: 'faulty', faults: cells.faults }
    const record = draft.named(identityOf(draft))
    return { state: 'read', record, flags: cells.flags }
  }
}
