'use client'

import { useCallback } from 'react'
import { type EntryKinds, lockOf } from '#lib/actuals/entry-kind'
import { type GridRow, type GridSection, shownRows } from '#lib/actuals/grid'
import type { Position } from '#lib/actuals/move'
import { type GridValues, valueAt } from '#lib/actuals/values'
import type { SelectionControl } from './use-selection'

type FoldOptions = {
  readonly rows: readonly GridRow[]
  readonly sections: readonly GridSection[]
  readonly unfolded: ReadonlySet<string>
  readonly setUnfolded: (unfolded: ReadonlySet<string>) => void
  readonly selection: SelectionControl
  readonly forgetPaste: () => void
}

type GoOptions = FoldOptions & {
  readonly values: GridValues
  readonly kinds: EntryKinds
  readonly fold: (channelId: string) => void
}

/** Leads to a cell; where its channel's month is entered by campaign, to the campaign's cell, which is unfolded for it. */
export function useGo({ rows, sections, unfolded, selection, values, kinds, fold }: GoOptions) {
  return (at: Position) => {
    const row = rows[at.row]
    const section = sections.find(({ channel }) => channel !== null && channel.id === row?.channelId)
    const channelId = section?.channel?.id
    if (row === undefined || channelId === undefined || lockOf(row, at.month, kinds, values) !== 'byCampaign') {
      return selection.activate(at)
    }
    const entered = section?.campaigns.find((one) =>
      one.rows.some(({ key }) => valueAt(values, key, at.month) !== null),
    )
    const wanted = entered?.rows.find(({ metric }) => metric === row.metric)
    if (!unfolded.has(channelId)) fold(channelId)
    const after = shownRows(sections, new Set([...unfolded, channelId]))
    const place = after.findIndex(({ key }) => key === wanted?.key)
    selection.activate({ row: place < 0 ? at.row : place, month: at.month })
  }
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
