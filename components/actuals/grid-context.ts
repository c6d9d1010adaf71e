import { createContext, useContext } from 'react'
import type { MoveKey, Position } from '#lib/actuals/move'

/** What a cell passes on to the grid around it. */
export type CellHandlers = {
  readonly onType: (at: Position, text: string) => void
  readonly onPaste: (text: string) => void
  /** The selected cells as text, for the clipboard. */
  readonly onCopy: () => string
  readonly onCut: () => string
  /** Whether the key meant something to the grid. */
  readonly onKey: (key: MoveKey & { readonly alt?: boolean }) => boolean
  readonly onFocus: (at: Position) => void
}

const NOWHERE: CellHandlers = {
  onType: () => {},
  onPaste: () => {},
  onCopy: () => '',
  onCut: () => '',
  onKey: () => false,
  onFocus: () => {},
}

export const GridContext = createContext<CellHandlers>(NOWHERE)

export function useGridHandlers(): CellHandlers {
  return useContext(GridContext)
}
