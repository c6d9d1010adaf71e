import { useMemo } from 'react'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { readRepeats } from '#lib/repeats'

/** Reads a page's ledger when it is first asked for. The same object each time: figures are kept by it. */
export type ReadLedger = () => Ledger

/** The ledger that a page was sent as text. The server draws the summary alone and never reads it. */
export function useLedger(text: string): ReadLedger {
  return useMemo(() => {
    let ledger: Ledger | undefined
    return () => {
      ledger ??= readRepeats(text) as Ledger
      return ledger
    }
  }, [text])
}
