'use client'

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { MONEY_UNITS, type MoneyUnit } from '#lib/format'

/** What the URL says about the view, so that it can be sent to a colleague. */
const VIEW = {
  mode: parseAsStringLiteral(['monthly', 'cumulative'] as const).withDefault('monthly'),
  /** Null: the organisation's unit. */
  unit: parseAsStringLiteral(MONEY_UNITS),
  metric: parseAsString.withDefault('revenue'),
  /** What the bridge explains: the whole KGI, marketing's part of it, or one channel by its id. */
  bridge: parseAsString.withDefault('kgi'),
  /** Closed months as corrected since, or as they were closed. */
  asOf: parseAsStringLiteral(['latest', 'closed'] as const).withDefault('latest'),
  /** Keys of the rows that are open: a metric shows its channels, a channel its campaigns. */
  open: parseAsArrayOf(parseAsString).withDefault([]),
}

/** The view and how to change it; shallow, because the browser has all figures. */
export function useView(usual: MoneyUnit) {
  const [{ mode, unit, metric, bridge, asOf, open }, change] = useQueryStates(VIEW)
  return useMemo(
    () => ({ mode, unit: unit ?? usual, metric, bridge, asOf, open, change }),
    [mode, unit, usual, metric, bridge, asOf, open, change],
  )
}

export type View = ReturnType<typeof useView>
