import { useTranslations } from 'next-intl'
import { formatFiscalYear, formatMonth, moneyUnitLabel } from '#lib/format'
import { compared } from '#lib/plan-vs-actual/compared'
import { MONTHS } from '#lib/plan-vs-actual/ledger'
import { revenueRows } from '#lib/plan-vs-actual/sections'
import { Figure } from '../kpi/figure'
import { figureText } from '../plan-vs-actual/figure-text'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import type { CardProps } from './overview-props'
import { RevenueLines } from './revenue-lines'
import { ToDate } from './to-date'

/** The KGI: how far the year has come, against the plan to date and the whole year. The page's one hero figure. */
export function Hero(props: CardProps) {
  const { ledger, style, links } = props
  const t = useTranslations('overview')
  const boundary = ledger.year.months[ledger.actualsThrough]
  const hint =
    boundary === undefined ? t('hero.hintNoActuals') : t('hero.hint', { month: formatMonth(boundary, style.locale) })
  return (
    <Card
      flush
      title={t('hero.title', { year: formatFiscalYear(ledger.year, style.locale) })}
      hint={hint}
      actions={<TextLink href={links.planVsActual}>{t('hero.open')}</TextLink>}
    >
      <div className="px-4">{boundary === undefined ? <GoalOnly {...props} /> : <ToDate {...props} />}</div>
      <RevenueLines {...props} />
    </Card>
  )
}

function GoalOnly({ ledger, style, links }: CardProps) {
  const t = useTranslations('overview')
  const { plan } = compared(revenueRows(ledger), MONTHS, ledger)
  return (
    <div className="pb-3">
      <p className="text-small text-text-2">{t('hero.goal')}</p>
      <Figure size="l" value={figureText('revenue', plan, style)} unit={moneyUnitLabel(style.unit, style)} />
      <p className="text-text-2">
        {t('hero.noActuals')} <TextLink href={links.ownActuals}>{t('missing.enter')}</TextLink>
      </p>
    </div>
  )
}
