'use client'

import { useEffect, useState } from 'react'
import { formatRate } from '#lib/format'
import type { EvidenceLine } from './evidence'
import type { CellContext } from './figure-cell'
import type { FigureAt, LineKind } from './table-row'

/** The lines of a rate that an actual stands behind. */
const COMPARED: readonly LineKind[] = ['actual', 'variance', 'attainment']

/** The 90 % Jeffreys interval of a rate in the table; its quantiles are much code, which comes when a rate is asked for. */
export function useInterval(at: FigureAt | null, context: CellContext | null): readonly EvidenceLine[] {
  const isRate = at?.row.unit === 'rate' && COMPARED.includes(at.line)
  const { y = null, n = null } = at && isRate ? at.row.at(at.period) : {}
  const [interval, setInterval] = useState<{ readonly low: number; readonly high: number } | 'none' | null>(null)
  useEffect(() => {
    setInterval(null)
    if (y === null || n === null) return
    let isAsked = true
    import('#lib/stats/jeffreys').then(({ jeffreysInterval }) => {
      if (isAsked) setInterval(jeffreysInterval(y, n) ?? 'none')
    })
    return () => {
      isAsked = false
    }
  }, [y, n])
  if (y === null || n === null || context === null) return []
  const { t, style } = context
  const text = (bounds: { readonly low: number; readonly high: number }) =>
    `${formatRate(bounds.low, style)}–${formatRate(bounds.high, style)}`
  const value = interval === null ? '…' : interval === 'none' ? t('evidence.noInterval') : text(interval)
  return [{ label: t('evidence.interval'), value }]
}
