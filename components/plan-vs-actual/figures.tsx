import { asClosed } from '#lib/plan-vs-actual/as-closed'
import { CampaignCard } from './campaign-card'
import { Charts } from './charts'
import type { ScreenProps } from './screen-props'
import { TableCard } from './table-card'
import type { ReadLedger } from './use-ledger'

type FiguresProps = Omit<ScreenProps, 'ledger'> & {
  readonly readLedger: ReadLedger
  /** As the months were closed, not as corrected since. */
  readonly isFrozen: boolean
}

/** What stands below the summary, computed from the ledger. Only ever in the browser. */
export default function Figures({ readLedger, isFrozen, ...rest }: FiguresProps) {
  const latest = readLedger()
  const screen = { ...rest, ledger: isFrozen ? asClosed(latest) : latest }
  return (
    <>
      <Charts {...screen} />
      <TableCard {...screen} />
      {screen.ledger.campaigns.length > 0 && <CampaignCard {...screen} />}
    </>
  )
}
