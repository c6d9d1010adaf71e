import { useMemo } from 'react'
import type { Ledger } from '#lib/plan-vs-actual/ledger'

/** The ledger that a page was sent as text. The same object as long as the text is the same: figures are kept by it. */
export function useLedger(text: string): Ledger {
  return useMemo((): Ledger => JSON.parse(text), [text])
}
