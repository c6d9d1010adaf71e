import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Headline } from '#lib/forecast/headline'
import { formatMonth, formatRatio, moneyUnitLabel } from '#lib/format'
import type { Comparison } from '#lib/plan-vs-actual/compared'
import { ratio, variance } from '#lib/ratio'
import { Figure } from '../kpi/figure'
import { VerdictMark } from '../kpi/verdict-mark'
import { type FigureStyle, figureText } from '../plan-vs-actual/figure-text'
import type { LeadProps } from './overview-props'

type Standing = {
  readonly headline: Headline
  /** Of the whole year, which compares the months to date. */
  readonly year: Comparison
  readonly style: FigureStyle
}

type LandingHeadlineProps = Pick<LeadProps, 'summary' | 'style'> & { readonly headline: Headline }

/** The landing at observed rates with its verdict, what it stands against, and the way there. */
export function LandingHeadline({ summary, style, headline }: LandingHeadlineProps) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const { goal, isFinal } = headline
  const { total, attainment, verdict } = headline.observed
  const year = summary.revenue
  const difference = variance(total, goal)
  const boundary = formatMonth(summary.year.months[summary.actualsThrough] ?? summary.year.first, style.locale)
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
      <div>
        <Figure size="l" value={figureText('revenue', total, style)} unit={moneyUnitLabel(style.unit, style)} />
        <div className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-body text-text-2">
          {attainment !== null && (
            <VerdictMark pill verdict={verdict} label={verdict === null ? undefined : words(`verdicts.${verdict}`)}>
              {t(isFinal ? 'hero.attainment' : 'hero.projected', { value: formatRatio(attainment, style) })}
            </VerdictMark>
          )}
          {difference !== null && (
            <span className="whitespace-nowrap">
              {t('hero.againstGoal', { goal: figureText('revenue', goal, style) })}{' '}
              <b className="text-text">{figureText('revenue', difference, style, true)}</b>
            </span>
          )}
        </div>
      </div>
      <Facts headline={headline} year={year} style={style} boundary={boundary} />
    </div>
  )
}

function Facts({ headline, year, style, boundary }: Standing & { readonly boundary: string }) {
  const t = useTranslations('overview')
  const toLastYear = ratio(headline.observed.total, year.lastYear)
  return (
    <dl className="grid min-w-56 flex-1 grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 text-small tablet:max-w-80">
      <Fact name={t('hero.toDate', { month: boundary })} value={figureText('revenue', year.actual, style)} />
      <Fact
        name={t('hero.progress')}
        note={t('hero.pace', { value: formatRatio(year.pace, style) })}
        value={formatRatio(year.progress, style)}
      />
      {year.lastYear !== null && !year.lastYearPartial && (
        <Fact
          name={t('hero.lastYear')}
          note={toLastYear === null ? undefined : t('hero.ratioToLastYear', { value: formatRatio(toLastYear, style) })}
          value={figureText('revenue', year.lastYear, style)}
        />
      )}
    </dl>
  )
}

function Fact({ name, note, value }: { readonly name: string; readonly note?: string; readonly value: ReactNode }) {
  return (
    <>
      <dt className="whitespace-nowrap text-text-2">
        {name}
        {note !== undefined && <small className="ml-2 text-small text-text-3">{note}</small>}
      </dt>
      <dd className="text-right text-body font-strong">{value}</dd>
    </>
  )
}
