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
  /** Keys of the metrics whose channels are shown. */
  open: parseAsArrayOf(parseAsString).withDefault([]),
}

/** The view and how to change it; shallow, because the browser has all figures. */
export function useView(usual: MoneyUnit) {
  const [{ mode, unit, metric, open }, change] = useQueryStates(VIEW)
  return useMemo(() => ({ mode, unit: unit ?? usual, metric, open, change }), [mode, unit, usual, metric, open, change])
}

export type View = ReturnType<typeof useView>
