import { withLaterWords } from '../ui/later-words'
import { useUnpacked } from '../ui/unpacked'
import { CauseCard } from './cause-card'
import { MonthKpis } from './month-kpis'
import type { DeferredProps } from './overview-props'
import { SalesLines } from './sales-lines'
import { TasksCard } from './tasks-card'

/** Beside the landing: why it differs, the last month's KPIs (of sales its own lines), what waits for somebody. */
export default withLaterWords(function MonthCards({ packedLedger, ...lead }: DeferredProps) {
  const props = { ...lead, ledger: useUnpacked(packedLedger) }
  return (
    <>
      <CauseCard {...props} />
      {props.role === 'sales' ? <SalesLines {...props} /> : <MonthKpis {...props} />}
      <TasksCard {...props} />
    </>
  )
})
