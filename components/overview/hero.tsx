import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { formatFiscalYear, formatMonth, moneyUnitLabel } from '#lib/format'
import { addMonths, type Month } from '#lib/month'
import { Figure } from '../kpi/figure'
import { figureText } from '../plan-vs-actual/figure-text'
import { Card } from '../ui/card'
import { inBrowser } from '../ui/in-browser'
import { TextLink } from '../ui/text-link'
import { LandingHeadline } from './landing-headline'
import type { LeadProps } from './overview-props'

// Small print and a table: cheaper to make in the browser.
const LandingDetail = inBrowser(
  dynamic(() => import('./landing-detail'), { ssr: false, loading: DetailSkeleton }),
  DetailSkeleton,
)

/** Where the year lands, against the KGI and last year, and the three lines that make it. The page's one hero figure. */
export function Hero(props: LeadProps) {
  const { summary, style, links } = props
  const t = useTranslations('overview')
  const { year, headline } = summary
  const boundary = year.months[summary.actualsThrough]
  const isPlanned = headline !== null
  const isOver = headline?.isFinal ?? false
  const title = boundary !== undefined && isPlanned && !isOver ? 'hero.title' : 'hero.titleRevenue'
  return (
    <Card
      flush
      className="order-1"
      title={t(title, { year: formatFiscalYear(year, style.locale) })}
      hint={<Hint boundary={boundary} isOver={isOver} isPlanned={isPlanned} style={style} />}
      actions={<TextLink href={links.planVsActual}>{t('hero.open')}</TextLink>}
    >
      <div className="px-4">{boundary === undefined ? <GoalOnly {...props} /> : <Reached {...props} />}</div>
      <LandingDetail summary={summary} style={style} />
    </Card>
  )
}

type HintProps = Pick<LeadProps, 'style'> & {
  readonly boundary: Month | undefined
  readonly isOver: boolean
  readonly isPlanned: boolean
}

/** What the figure is made of: actuals to the boundary, the forecast after it at observed rates. */
function Hint({ boundary, isOver, isPlanned, style }: HintProps) {
  const t = useTranslations('overview')
  if (boundary === undefined) return t('hero.hintNoActuals')
  const month = formatMonth(boundary, style.locale)
  if (isOver || !isPlanned) return t('hero.hint', { month })
  return t('hero.hintLanding', { month, next: formatMonth(addMonths(boundary, 1), style.locale) })
}

function Reached(props: LeadProps) {
  const { summary, style } = props
  const { headline } = summary
  if (headline !== null) return <LandingHeadline {...{ summary, headline, style }} />
  return (
    <div className="pb-3">
      <Figure
        size="l"
        value={figureText('revenue', summary.revenue.actual, style)}
        unit={moneyUnitLabel(style.unit, style)}
      />
    </div>
  )
}

function GoalOnly({ summary, style, links, rights }: LeadProps) {
  const t = useTranslations('overview')
  return (
    <div className="pb-3">
      <p className="text-small text-text-2">{t('hero.goal')}</p>
      <Figure
        size="l"
        value={figureText('revenue', summary.revenue.plan, style)}
        unit={moneyUnitLabel(style.unit, style)}
      />
      <p className="text-text-2">
        {t('hero.noActuals')} {rights.enter && <TextLink href={links.ownActuals}>{t('enter')}</TextLink>}
      </p>
    </div>
  )
}

/** The detail's place. */
function DetailSkeleton() {
  return <div aria-hidden="true" className="h-[176px] max-tablet:h-[196px]" />
}
