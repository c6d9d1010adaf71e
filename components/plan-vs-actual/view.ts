'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { MoneyUnit } from '#lib/format'
import { changedQuery, type ViewChange, viewOf } from './view-query'

/** The view and how to change it. The address is replaced without asking the server: the browser has all figures. */
export function useView(usual: MoneyUnit) {
  const [query, change] = useQuery()
  return useMemo(() => {
    const view = viewOf(new URLSearchParams(query))
    return { ...view, unit: view.unit ?? usual, change }
  }, [query, usual, change])
}

export type View = ReturnType<typeof useView>

/** The address's query. A change is seen at once; the router follows it later, and leads on back and forward. */
function useQuery() {
  const followed = useSearchParams().toString()
  const [query, setQuery] = useState(followed)
  // The address itself, for it may be ahead of what the router has followed.
  useEffect(() => setQuery(window.location.search.slice(1)), [followed])
  const change = useCallback((part: ViewChange) => {
    const { pathname, search, hash } = window.location
    const changed = changedQuery(search, part)
    window.history.replaceState(null, '', pathname + changed + hash)
    setQuery(changed.slice(1))
  }, [])
  return [query, change] as const
}
