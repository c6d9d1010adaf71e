import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import type { Packed } from '#lib/packed'
import type { YearInFull } from '#lib/plan-vs-actual/year-remarks'
import { withLaterWords } from '../ui/later-words'
import { TextLink } from '../ui/text-link'
import { useUnpacked } from '../ui/unpacked'
import EvidencePanel from './evidence-panel'
import type { FigureStyle } from './figure-text'
import type { OpportunityFigure } from './opportunity-cell'

type OpportunityPanelProps = Omit<ComponentProps<typeof EvidencePanel>, 'of' | 'link'> & {
  readonly opportunities: OpportunityFigure
  readonly packed: Packed<YearInFull>
  readonly style: FigureStyle
  readonly href: string
}

/** What the landing by opportunities is made of. */
export default withLaterWords(function OpportunityPanel(props: OpportunityPanelProps) {
  const { opportunities, packed, style, href, ...panel } = props
  const t = useTranslations('plan-vs-actual')
  const { ledger } = useUnpacked(packed)
  return (
    <EvidencePanel
      {...panel}
      of={{ kind: 'opportunities', figure: opportunities, ledger, style }}
      link={<TextLink href={href}>{t('evidence.toOpportunities')}</TextLink>}
    />
  )
})
