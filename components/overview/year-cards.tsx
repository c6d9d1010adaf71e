import { withLaterWords } from '../ui/later-words'
import { useUnpacked } from '../ui/unpacked'
import { Channels } from './channels'
import { Entries } from './entries'
import type { DeferredProps } from './overview-props'
import { Pipeline } from './pipeline'
import { RevenueByMonth } from './revenue-by-month'

/** Below the landing: its months, and what the role is answerable for. */
export default withLaterWords(function YearCards({ packedLedger, ...lead }: DeferredProps) {
  const props = { ...lead, ledger: useUnpacked(packedLedger) }
  return (
    <>
      <RevenueByMonth {...props} />
      {props.role === 'executive' && <Channels {...props} />}
      {props.role === 'marketing' && <Entries {...props} />}
      {props.role === 'sales' && <Pipeline {...props} />}
    </>
  )
})
