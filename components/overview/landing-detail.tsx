import { useTranslations } from 'next-intl'
import type { Headline } from '#lib/forecast/headline'
import { type FigureStyle, figureText } from '../plan-vs-actual/figure-text'
import { withLaterWords } from '../ui/later-words'
import { LandingTrack } from './landing-track'
import type { LeadProps } from './overview-props'
import { RevenueLines } from './revenue-lines'

/** Below the landing: the way there, the same year otherwise expected, and the three lines that make it. */
export default withLaterWords(function LandingDetail({ summary, style }: Pick<LeadProps, 'summary' | 'style'>) {
  const { headline, revenue } = summary
  const lands = headline !== null && summary.actualsThrough >= 0
  return (
    <>
      {lands && (
        <div className="px-4">
          <LandingTrack headline={headline} year={revenue} style={style} />
          <Cases headline={headline} style={style} partial={revenue.partial} />
        </div>
      )}
      <RevenueLines summary={summary} style={style} />
    </>
  )
})

type CasesProps = {
  readonly headline: Headline
  readonly style: FigureStyle
  readonly partial: boolean
}

/** The same year at planned rates, at the pace of the last three months, by opportunities; what stands in for blanks. */
function Cases({ headline, style, partial }: CasesProps) {
  const t = useTranslations('overview')
  const cases = {
    plan: figureText('revenue', headline.plan.total, style),
    pace: figureText('revenue', headline.observedPace.total, style),
  }
  return (
    <p className="pb-1.5 text-small text-text-3">
      {!headline.isFinal && <span className="phrase mr-3">{t('hero.cases', cases)}</span>}
      {!headline.isFinal && headline.opportunities && (
        <span className="phrase mr-3">
          {t('hero.opportunities', { value: figureText('revenue', headline.opportunities.total, style) })}
        </span>
      )}
      {headline.estimated > 0 && (
        <span className="phrase mr-3">{t('hero.estimated', { count: headline.estimated })}</span>
      )}
      {partial && <span className="phrase">{t('hero.partial')}</span>}
    </p>
  )
}
