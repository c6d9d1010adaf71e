import { withLaterWords } from '../ui/later-words'
import { useUnpacked } from '../ui/unpacked'
import { CauseCard } from './cause-card'
import { Channels } from './channels'
import { BELOW, BESIDE } from './columns'
import { Entries } from './entries'
import { MonthKpis } from './month-kpis'
import type { CardProps, DeferredProps } from './overview-props'
import { Pipeline } from './pipeline'
import { RevenueByMonth } from './revenue-by-month'
import { SalesLines } from './sales-lines'
import { TasksCard } from './tasks-card'

/** What stands around the landing, computed from the ledger. Only ever in the browser. */
export default withLaterWords(function Cards({ packed, ...lead }: DeferredProps) {
  const props = { ...lead, ...useUnpacked(packed) }
  return (
    <>
      <YearCards {...props} />
      <MonthCards {...props} />
    </>
  )
})

/** Below the landing: its months, and what the role is answerable for. */
function YearCards(props: CardProps) {
  return (
    <div className={BELOW}>
      <RevenueByMonth {...props} />
      {props.role === 'executive' && <Channels {...props} />}
      {props.role === 'marketing' && <Entries {...props} />}
      {props.role === 'sales' && <Pipeline {...props} />}
    </div>
  )
}

/** Beside the landing: why it differs, the last month's KPIs (of sales its own lines), what waits for somebody. */
function MonthCards(props: CardProps) {
  return (
    <div className={BESIDE}>
      <CauseCard {...props} />
      {props.role === 'sales' ? <SalesLines {...props} /> : <MonthKpis {...props} />}
      <TasksCard {...props} />
    </div>
  )
}
