import { NUMBER_FAULTS, parseNumber } from '#lib/input/number'
import { isMoneyRow } from './cell-text'
import type { GridRow } from './grid'

/** Why a typed or pasted text is no value of its cell: keys of the i18n namespace `errors`. */
export const CELL_FAULTS = [...NUMBER_FAULTS, 'countNegative'] as const
export type CellFault = (typeof CELL_FAULTS)[number]
export type ReadCell = { readonly value: number | null } | { readonly fault: CellFault }

/** Reads a cell as typed. '' is null: blank, not 0. Counts are whole and never below 0; `decimals` are those of money. */
export function readCell(text: string, metric: GridRow['metric'], decimals: number): ReadCell {
  const isMoney = isMoneyRow({ metric })
  const read = parseNumber(text, { decimals: isMoney ? decimals : 0 })
  if ('fault' in read) return read
  return !isMoney && read.value !== null && read.value < 0 ? { fault: 'countNegative' } : read
}
