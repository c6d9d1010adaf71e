import type { Packed } from '#lib/packed'
import { asClosed } from '#lib/plan-vs-actual/as-closed'
import type { YearInFull } from '#lib/plan-vs-actual/year-remarks'
import { withLaterWords } from '../ui/later-words'
import { useUnpacked } from '../ui/unpacked'
import { CampaignCard } from './campaign-card'
import { Charts } from './charts'
import type { ScreenProps } from './screen-props'
import { TableCard } from './table-card'

type FiguresProps = Omit<ScreenProps, 'ledger'> & {
  readonly packed: Packed<YearInFull>
  /** As the months were closed, not as corrected since. */
  readonly isFrozen: boolean
}

/** What stands below the summary, computed from the ledger. Only ever in the browser. */
export default withLaterWords(function Figures({ packed, isFrozen, ...rest }: FiguresProps) {
  const { ledger: latest } = useUnpacked(packed)
  const screen = { ...rest, ledger: isFrozen ? asClosed(latest) : latest }
  return (
    <>
      <Charts {...screen} />
      <TableCard {...screen} />
      {screen.ledger.campaigns.length > 0 && <CampaignCard {...screen} />}
    </>
  )
})
