import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatRatio, moneyUnitLabel } from '#lib/format'
import { type Comparison, compared } from '#lib/plan-vs-actual/compared'
import { MONTHS } from '#lib/plan-vs-actual/ledger'
import { revenueRows } from '#lib/plan-vs-actual/sections'
import { ratio } from '#lib/ratio'
import { Figure } from '../kpi/figure'
import { ProgressTrack } from '../kpi/progress-track'
import { VerdictMark } from '../kpi/verdict-mark'
import { type FigureStyle, figureText, figureWithUnit } from '../plan-vs-actual/figure-text'
import type { CardProps } from './overview-props'

type Standing = {
  /** Of the whole year, which compares the months to date. */
  readonly year: Comparison
  /** Of the months to date alone: their plan and last year. */
  readonly toDate: Comparison
  readonly style: FigureStyle
}

/** How far the year has come: actual to date, its attainment, progress beside pace, last year. */
export function ToDate({ ledger, style }: CardProps) {
  const t = useTranslations('overview')
  const rows = revenueRows(ledger)
  const months = MONTHS.filter((month) => month <= ledger.actualsThrough)
  const standing = { year: compared(rows, MONTHS, ledger), toDate: compared(rows, months, ledger), style }
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <Headline {...standing} />
        <Facts {...standing} />
      </div>
      <Track {...standing} />
      {standing.year.partial && <p className="pb-1 text-small text-text-3">{t('hero.partial')}</p>}
    </>
  )
}

function Headline({ year, toDate, style }: Standing) {
  const t = useTranslations('overview')
  return (
    <div>
      <Figure size="l" value={figureText('revenue', year.actual, style)} unit={moneyUnitLabel(style.unit, style)} />
      <div className="mt-1 flex flex-wrap items-center gap-2.5 text-body text-text-2">
        {year.attainment !== null && (
          <VerdictMark pill verdict={year.verdict}>
            {t('hero.attainment', { value: formatRatio(year.attainment, style) })}
            {year.partial && '＊'}
          </VerdictMark>
        )}
        {year.variance !== null && (
          <span>
            {t('hero.againstPlan', { plan: figureText('revenue', toDate.plan, style) })}{' '}
            <b className="text-text">{figureText('revenue', year.variance, style, true)}</b>
          </span>
        )}
      </div>
    </div>
  )
}

function Facts({ year, toDate, style }: Standing) {
  const t = useTranslations('overview')
  const isComparable = !toDate.partial && !toDate.lastYearPartial
  const toLastYear = formatRatio(isComparable ? ratio(toDate.actual, toDate.lastYear) : null, style)
  return (
    <dl className="grid min-w-64 flex-1 grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 text-small tablet:max-w-80">
      <Fact name={t('hero.goal')} value={figureText('revenue', year.plan, style)} />
      <Fact
        name={t('hero.progress')}
        note={t('hero.pace', { value: formatRatio(year.pace, style) })}
        value={formatRatio(year.progress, style)}
      />
      {toDate.lastYear !== null && (
        <Fact
          name={t('hero.lastYear')}
          note={t('hero.ratioToLastYear', { value: toLastYear })}
          value={figureText('revenue', toDate.lastYear, style)}
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

/** Actual to date on the way to the KGI, with the plan to date as a tick. */
function Track({ year, toDate, style }: Standing) {
  const t = useTranslations('overview')
  const { plan, actual, progress, pace } = year
  if (plan === null || actual === null) return null
  const words = {
    goal: figureWithUnit('revenue', plan, style),
    actual: figureWithUnit('revenue', actual, style),
    progress: formatRatio(progress, style),
    pace: formatRatio(pace, style),
  }
  const paceMark = {
    at: toDate.plan ?? 0,
    label: t('hero.trackPace', { value: figureText('revenue', toDate.plan, style) }),
  }
  const goalMark = { at: plan, label: t('hero.trackGoal', { value: figureText('revenue', plan, style) }), strong: true }
  return (
    <div className="pt-3 pb-1">
      <ProgressTrack label={t('hero.track', words)} value={actual} goal={plan} marks={[paceMark, goalMark]} />
    </div>
  )
}
