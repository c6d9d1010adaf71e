import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatFiscalYear, formatMonth, formatRatio, moneyUnitLabel } from '#lib/format'
import { compared } from '#lib/plan-vs-actual/compared'
import { MONTHS } from '#lib/plan-vs-actual/ledger'
import { revenueRows } from '#lib/plan-vs-actual/sections'
import { ratio } from '#lib/ratio'
import { Figure } from '../kpi/figure'
import { ProgressTrack } from '../kpi/progress-track'
import { VerdictMark } from '../kpi/verdict-mark'
import { figureText, figureWithUnit } from '../plan-vs-actual/figure-text'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import type { CardProps } from './overview-props'
import { RevenueLines } from './revenue-lines'

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

function ToDate({ ledger, style }: CardProps) {
  const t = useTranslations('overview')
  const rows = revenueRows(ledger)
  const months = MONTHS.filter((month) => month <= ledger.actualsThrough)
  const year = compared(rows, MONTHS, ledger)
  const toDate = compared(rows, months, ledger)
  const money = (value: number | null, signed = false) => figureText('revenue', value, style, signed)
  const isComparable = !toDate.partial && !toDate.lastYearPartial
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <div>
          <Figure size="l" value={money(year.actual)} unit={moneyUnitLabel(style.unit, style)} />
          <div className="mt-1 flex flex-wrap items-center gap-2.5 text-body text-text-2">
            {year.attainment !== null && (
              <VerdictMark pill verdict={year.verdict}>
                {t('hero.attainment', { value: formatRatio(year.attainment, style) })}
                {year.partial && '＊'}
              </VerdictMark>
            )}
            {year.variance !== null && (
              <span>
                {t('hero.againstPlan', { plan: money(toDate.plan) })}{' '}
                <b className="text-text">{money(year.variance, true)}</b>
              </span>
            )}
          </div>
        </div>
        <dl className="grid min-w-64 flex-1 grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 text-small tablet:max-w-80">
          <Fact name={t('hero.goal')} value={money(year.plan)} />
          <Fact
            name={t('hero.progress')}
            note={t('hero.pace', { value: formatRatio(year.pace, style) })}
            value={formatRatio(year.progress, style)}
          />
          {toDate.lastYear !== null && (
            <Fact
              name={t('hero.lastYear')}
              note={t('hero.ratioToLastYear', {
                value: formatRatio(isComparable ? ratio(toDate.actual, toDate.lastYear) : null, style),
              })}
              value={money(toDate.lastYear)}
            />
          )}
        </dl>
      </div>
      {year.plan !== null && year.actual !== null && (
        <div className="pt-3 pb-1">
          <ProgressTrack
            label={t('hero.track', {
              goal: figureWithUnit('revenue', year.plan, style),
              actual: figureWithUnit('revenue', year.actual, style),
              progress: formatRatio(year.progress, style),
              pace: formatRatio(year.pace, style),
            })}
            value={year.actual}
            goal={year.plan}
            marks={[
              ...(toDate.plan === null
                ? []
                : [{ at: toDate.plan, label: t('hero.trackPace', { value: money(toDate.plan) }) }]),
              { at: year.plan, label: t('hero.trackGoal', { value: money(year.plan) }), strong: true },
            ]}
          />
        </div>
      )}
      {year.partial && <p className="pb-1 text-small text-text-3">{t('hero.partial')}</p>}
    </>
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
