import type { YearSummary } from '#lib/forecast/year-summary'
import { formatMonth, formatRatio } from '#lib/format'
import type { Packed } from '#lib/packed'
import type { Comparison } from '#lib/plan-vs-actual/compared'
import type { YearInFull } from '#lib/plan-vs-actual/year-remarks'
import { Figure } from '../kpi/figure'
import { VerdictMark } from '../kpi/verdict-mark'
import { type FigureStyle, figureText } from './figure-text'
import type { Words } from './names'
import type { Links } from './screen-props'
import { moneyLabel, Partial, SummaryCell } from './summary-cell'
import { Landings } from './summary-landing'

export type SummaryProps = {
  readonly summary: YearSummary
  readonly packed: Packed<YearInFull>
  readonly style: FigureStyle
  readonly links: Pick<Links, 'opportunities'>
  readonly t: Words
}

/** The year in figures: revenue to date, marketing's part, progress beside pace, and the ways in which it may land. */
export function Summary(props: SummaryProps) {
  const { summary, t } = props
  const { revenue, lines, headline } = summary
  const boundary = summary.year.months[summary.actualsThrough]
  const month = boundary === undefined ? null : formatMonth(boundary, props.style.locale)
  return (
    <section
      aria-label={t('summary.label')}
      className="grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] gap-px overflow-hidden rounded-3 border bg-border shadow-1 max-tablet:[&>*:last-child:nth-child(odd)]:col-span-2"
    >
      {month !== null && <ToDate label={t('summary.revenue', { month })} comparison={revenue} {...props} />}
      {month !== null && <ToDate label={t('summary.marketing')} comparison={lines.marketing} {...props} />}
      {month !== null && <Progress comparison={revenue} {...props} />}
      {headline && <Landings {...props} headline={headline} />}
    </section>
  )
}

type CellProps = SummaryProps & { readonly comparison: Comparison }

function ToDate({ label, comparison, style, t }: CellProps & { readonly label: string }) {
  const { actual, attainment, verdict, partial, basis } = comparison
  const plan = basis?.plan ?? null
  return (
    <SummaryCell
      label={label}
      note={
        <>
          <span>
            {plan === null ? t('summary.noPlan') : t('summary.plan', { value: figureText('revenue', plan, style) })}
          </span>
          {attainment !== null && (
            <VerdictMark verdict={verdict} label={verdict === null ? undefined : t(`verdicts.${verdict}`)}>
              {formatRatio(attainment, style)}
              {partial && <Partial meaning={t('summary.partial')} />}
            </VerdictMark>
          )}
        </>
      }
    >
      <Figure value={figureText('revenue', actual, style)} unit={moneyLabel(style)} />
    </SummaryCell>
  )
}

function Progress({ comparison, style, t }: CellProps) {
  return (
    <SummaryCell label={t('summary.progress')} note={t('summary.pace', { value: formatRatio(comparison.pace, style) })}>
      <Figure value={formatRatio(comparison.progress, style)} />
    </SummaryCell>
  )
}
