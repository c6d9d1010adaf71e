'use client'

import { useCallback } from 'react'
import { type GridRow, type GridSection, shownRows } from '#lib/actuals/grid'
import type { SelectionControl } from './use-selection'

type FoldOptions = {
  readonly rows: readonly GridRow[]
  readonly sections: readonly GridSection[]
  readonly unfolded: ReadonlySet<string>
  readonly setUnfolded: (unfolded: ReadonlySet<string>) => void
  readonly selection: SelectionControl
  readonly forgetPaste: () => void
}

/** Shows or hides a channel's campaigns. The cursor stays on its row, or goes to the channel whose campaigns are hidden. */
export function useFold({ rows, sections, unfolded, setUnfolded, selection, forgetPaste }: FoldOptions) {
  const { latest, follow } = selection
  return useCallback(
    (channelId: string) => {
      const next = new Set(unfolded)
      if (!next.delete(channelId)) next.add(channelId)
      const { row, month } = latest().cursor
      const after = shownRows(sections, next)
      const here = rows[row]
      const same = after.findIndex((one) => one.key === here?.key)
      const ofChannel = after.findIndex((one) => one.channelId === channelId)
      setUnfolded(next)
      forgetPaste()
      follow({ row: same >= 0 ? same : Math.max(0, ofChannel), month })
    },
    [rows, sections, unfolded, setUnfolded, latest, follow, forgetPaste],
  )
}
