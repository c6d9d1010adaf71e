import type { ReactNode } from 'react'
import { formatMonth, formatRatio, moneyUnitLabel } from '#lib/format'
import { type Comparison, compared } from '#lib/plan-vs-actual/compared'
import { type Ledger, MONTHS } from '#lib/plan-vs-actual/ledger'
import { lineRows, revenueRows } from '#lib/plan-vs-actual/sections'
import { ratio } from '#lib/ratio'
import { Figure } from '../kpi/figure'
import { VerdictMark } from '../kpi/verdict-mark'
import { type FigureStyle, figureText } from './figure-text'
import type { Words } from './names'

type SummaryProps = { readonly ledger: Ledger; readonly style: FigureStyle; readonly t: Words }

/** The year in five figures: revenue to date, marketing's part, progress beside pace, the goal, last year. */
export function Summary(props: SummaryProps) {
  const { ledger, t } = props
  const revenue = compared(revenueRows(ledger), MONTHS, ledger)
  const marketing = compared(lineRows(ledger, 'marketing'), MONTHS, ledger)
  const boundary = ledger.year.months[ledger.actualsThrough]
  const month = boundary === undefined ? null : formatMonth(boundary, props.style.locale)
  return (
    <section
      aria-label={t('summary.label')}
      className="grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] gap-px overflow-hidden rounded-3 border bg-border shadow-1 max-tablet:[&>*:last-child:nth-child(odd)]:col-span-2"
    >
      {month !== null && <ToDate label={t('summary.revenue', { month })} comparison={revenue} {...props} />}
      {month !== null && <ToDate label={t('summary.marketing')} comparison={marketing} {...props} />}
      {month !== null && <Progress comparison={revenue} {...props} />}
      <Goal comparison={revenue} {...props} />
      {month !== null && <LastYear comparison={revenue} {...props} />}
    </section>
  )
}

type CellProps = SummaryProps & { readonly comparison: Comparison }

function Cell({
  label,
  children,
  note,
}: {
  readonly label: string
  readonly children: ReactNode
  readonly note: ReactNode
}) {
  return (
    <div className="bg-surface px-4 py-3">
      <h2 className="text-small font-regular text-text-2">{label}</h2>
      <p className="leading-figure">{children}</p>
      <div className="flex min-h-5 flex-wrap items-center gap-x-3 text-small text-text-2">{note}</div>
    </div>
  )
}

const unitOf = (style: FigureStyle) => moneyUnitLabel(style.unit, style)

function ToDate({ label, comparison, style, t }: CellProps & { readonly label: string }) {
  const { actual, attainment, verdict, partial, basis } = comparison
  const plan = basis?.plan ?? null
  return (
    <Cell
      label={label}
      note={
        <>
          <span>
            {plan === null ? t('summary.noPlan') : t('summary.plan', { value: figureText('revenue', plan, style) })}
          </span>
          {attainment !== null && (
            <VerdictMark verdict={verdict} label={verdict === null ? undefined : t(`verdicts.${verdict}`)}>
              {formatRatio(attainment, style)}
              {partial && <Partial t={t} />}
            </VerdictMark>
          )}
        </>
      }
    >
      <Figure value={figureText('revenue', actual, style)} unit={unitOf(style)} />
    </Cell>
  )
}

function Partial({ t }: { readonly t: Words }) {
  return (
    <span className="text-watch">
      ＊<span className="sr-only">{t('summary.partial')}</span>
    </span>
  )
}

function Progress({ comparison, style, t }: CellProps) {
  return (
    <Cell label={t('summary.progress')} note={t('summary.pace', { value: formatRatio(comparison.pace, style) })}>
      <Figure value={formatRatio(comparison.progress, style)} />
    </Cell>
  )
}

function Goal({ comparison: { plan, actual }, style, t }: CellProps) {
  const left = plan === null || actual === null ? null : plan - actual
  const key = left !== null && left < 0 ? 'summary.exceeded' : 'summary.remaining'
  const note = left === null ? '' : t(key, { value: figureText('revenue', Math.abs(left), style) })
  return (
    <Cell label={t('summary.goal')} note={note}>
      <Figure value={figureText('revenue', plan, style)} unit={plan === null ? undefined : unitOf(style)} />
    </Cell>
  )
}

/** Last year's same months: 前年比 is actual ÷ last year, and stays open while something is not entered. */
function LastYear({ ledger, style, t }: CellProps) {
  const toDate = MONTHS.filter((month) => month <= ledger.actualsThrough)
  const { actual, lastYear, lastYearPartial, partial } = compared(revenueRows(ledger), toDate, ledger)
  const value = formatRatio(partial || lastYearPartial ? null : ratio(actual, lastYear), style)
  if (lastYear === null) return null
  return (
    <Cell label={t('summary.lastYear')} note={t('summary.ratioToLastYear', { value })}>
      <Figure value={figureText('revenue', lastYear, style)} unit={unitOf(style)} />
    </Cell>
  )
}
