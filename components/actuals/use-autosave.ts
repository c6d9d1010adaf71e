'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react'
import { isCounted } from '#lib/actuals/counted'
import { gridRows } from '#lib/actuals/grid'
import { type Cells, type SaveQueue, unsaved } from '#lib/actuals/save-queue'
import { cellKey, outcomeOf, seenVersions, wantedCells } from '#lib/actuals/save-request'
import type { ActualsProps } from './actuals-props'
import { AutoSaver } from './auto-saver'
import { keepUnsent, type UnsentCell, unsentCells } from './unsent'

export type Autosave = {
  readonly queue: SaveQueue
  /** @param reasons of cells in closed months */
  readonly put: (cells: Cells, reasons?: SaveQueue['reasons']) => void
  readonly retry: (reasons?: SaveQueue['reasons']) => void
  /** Ends a dispute about a cell. */
  readonly settle: (cell: string, keep: 'yours' | 'theirs') => void
}

type Options = Pick<ActualsProps, 'teamId' | 'year' | 'sections' | 'cells' | 'save'> & {
  /** Gets what was unsent before a reload, once. */
  readonly onRestored: (cells: Cells) => void
}

/** Saves cells as they change, keeps the unsent ones over a reload, and warns before the page is left with any. */
export function useAutosave({ teamId, year, sections, cells, save, onRestored }: Options): Autosave {
  const router = useRouter()
  const [{ saver, seen }] = useState(() => {
    const seen = new Map<string, number | null>(seenVersions(cells))
    const grid = { rows: gridRows(sections), months: year.months }
    const send = async (queued: Cells, reason: string | null) => {
      const wanted = wantedCells(queued, grid, seen)
      const outcome = outcomeOf(await save({ teamId, cells: wanted, reason }), wanted)
      if (outcome.kind === 'saved') for (const [cell, version] of outcome.versions) seen.set(cell, version)
      // Somebody may have closed the month meanwhile: the page learns of it, and asks for the reason.
      if (outcome.kind === 'refused') router.refresh()
      return outcome
    }
    return { saver: new AutoSaver(send), seen }
  })
  const queue = useSyncExternalStore(saver.subscribe, saver.snapshot, saver.snapshot)

  // Not a dependency: the page is drawn anew after each save, and what is still under way must not be sent again.
  const restore = useEffectEvent(onRestored)
  useEffect(() => {
    const kept = unsentCells(teamId, year.year)
    for (const [cell, , version] of kept) seen.set(cell, version)
    const restored: Cells = new Map(kept.map(([cell, value]) => [cell, value]))
    if (restored.size > 0) restore(restored)
    saver.start()
    saver.put(restored, new Map(kept.flatMap(([cell, , , reason]) => (reason === null ? [] : [[cell, reason]]))))
    const retry = () => saver.retry()
    addEventListener('online', retry)
    return () => {
      removeEventListener('online', retry)
      saver.stop()
    }
  }, [saver, seen, teamId, year.year])

  // Somebody may have chosen meanwhile that they are counted from records: the server takes none of them.
  const counted = useMemo(
    () =>
      new Set(
        gridRows(sections).flatMap((row) =>
          year.months.filter((_, month) => isCounted(row, month)).map((month) => cellKey(row.key, month)),
        ),
      ),
    [sections, year.months],
  )
  useEffect(() => saver.forget(counted), [saver, counted])

  useEffect(() => {
    const open = unsaved(queue)
    keepUnsent(teamId, year.year, unsentOf(open, seen, queue.reasons))
    if (open.size === 0) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [queue, seen, teamId, year.year])

  return useMemo(
    () => ({
      queue,
      put: (changed, reasons) => saver.put(changed, reasons),
      retry: (reasons) => saver.retry(reasons),
      settle: (cell, keep) => {
        seen.set(cell, queue.conflicts.get(cell)?.version ?? null)
        saver.settle(cell, keep)
      },
    }),
    [queue, saver, seen],
  )
}

function unsentOf(cells: Cells, seen: ReadonlyMap<string, number | null>, reasons: SaveQueue['reasons']): UnsentCell[] {
  return [...cells].map(([cell, value]) => [cell, value, seen.get(cell) ?? null, reasons.get(cell) ?? null])
}
