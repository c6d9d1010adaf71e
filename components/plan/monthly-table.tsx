'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useMemo, useState } from 'react'
import type { PlanFigures } from '#lib/funnel/plan'
import type { StageKey } from '#lib/funnel/stages'
import { ChannelName } from '../kpi/channel-dot'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import {
  figureIn,
  goalRows,
  type MoneyRow,
  type MonthlyRow,
  monthlyRows,
  PERIOD_COLUMNS,
  type PeriodColumn,
} from './monthly-rows'
import { usePlanView } from './plan-view'

type MonthlyTableProps = {
  readonly figures: PlanFigures
  /** The root team beside other teams: no channels, so no work of its own. */
  readonly goalsOnly: boolean
}

/** 今期中に行う数, month by month; a stage opens into its channels. */
export const MonthlyTable = memo(function MonthlyTable({ figures, goalsOnly }: MonthlyTableProps) {
  const t = useTranslations('plan')
  const { stages } = usePlanView()
  const rows = useMemo(
    () => (goalsOnly ? goalRows(figures) : monthlyRows(figures, stages)),
    [figures, stages, goalsOnly],
  )
  const [opened, setOpened] = useState<ReadonlySet<StageKey>>(new Set(['lead']))
  const title = goalsOnly ? t('monthlyGoals') : t('monthly')
  const several = figures.channels.length > 1
  const shown = rows.filter((row) => row.kind !== 'channel' || (several && opened.has(row.stage ?? '')))
  function toggle(stage: StageKey) {
    setOpened((now) => new Set(now.has(stage) ? [...now].filter((one) => one !== stage) : [...now, stage]))
  }
  return (
    <Card
      title={title}
      hint={goalsOnly ? undefined : t('monthlyHint')}
      actions={goalsOnly ? undefined : <Legend />}
      flush
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={title} tabIndex={0} className="overflow-x-auto" data-print="whole">
        <table className="w-full border-separate border-spacing-0 text-small">
          <caption className="sr-only">{t('monthlyCaption')}</caption>
          <Head before={!goalsOnly} />
          <tbody>
            {shown.map((row) => (
              <Row
                key={row.key}
                row={row}
                before={!goalsOnly}
                open={row.kind === 'stage' && several ? opened.has(row.stage ?? '') : null}
                onToggle={() => toggle(row.stage ?? '')}
              />
            ))}
          </tbody>
        </table>
      </section>
      <Notes figures={figures} />
    </Card>
  )
})

function Legend() {
  const t = useTranslations('plan')
  return (
    <>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="h-0.5 w-3.5 bg-accent" />
        {t('lastUseful')}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="hatch-unripe h-3 w-5 rounded-1 border" />
        {t('forNextYear')}
      </span>
    </>
  )
}

const NAME =
  'sticky left-0 z-10 border-r border-r-border-strong bg-surface pr-2.5 pl-4 text-left font-regular whitespace-nowrap'
const BEFORE = 'bg-accent-soft px-2 text-right whitespace-nowrap'

/** What a column looks like: totals stand out, months and quarters go on a phone. */
const COLUMN: Record<PeriodColumn['kind'], string> = {
  month: 'min-w-12 max-tablet:hidden',
  quarter: 'max-tablet:hidden bg-surface-2 border-r',
  half: 'bg-surface-2',
  year: 'bg-surface-2 font-strong',
}

function Head({ before }: { readonly before: boolean }) {
  const t = useTranslations('plan')
  const { monthLabel } = usePlanView()
  const label = { quarter: 'quarter', half: 'half', year: 'year' } as const
  return (
    <thead className="text-micro text-text-3">
      <tr className="*:h-7 *:border-b">
        <td className={NAME} />
        {before && (
          <th scope="col" className={classes(BEFORE, 'font-regular')}>
            {t('beforeYearColumn')}
          </th>
        )}
        {PERIOD_COLUMNS.map((column) => (
          <th
            key={column.kind + column.number}
            scope="col"
            className={classes(
              'px-1.5 text-right whitespace-nowrap last:pr-3.5',
              COLUMN[column.kind],
              column.kind === 'month' ? 'font-regular' : 'font-strong text-text',
            )}
          >
            {column.kind === 'month'
              ? monthLabel(column.number - 1)
              : t(label[column.kind], { number: String(column.number) })}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type RowNameProps = { readonly row: MonthlyRow; readonly open: boolean | null; readonly onToggle: () => void }
type RowProps = RowNameProps & { readonly before: boolean }

function Row({ row, open, onToggle, before }: RowProps) {
  const { money, count } = usePlanView()
  const written = row.kind === 'stage' || row.kind === 'channel' ? count : money
  return (
    <tr className={classes('*:h-(--row-h) *:border-b last:*:border-b-0', row.kind === 'goal' && 'font-strong')}>
      <th scope="row" className={NAME}>
        <RowName row={row} open={open} onToggle={onToggle} />
      </th>
      {before && <td className={BEFORE}>{row.before === null ? '' : written(row.before)}</td>}
      {PERIOD_COLUMNS.map((column) => (
        <td
          key={column.kind + column.number}
          className={classes(
            'px-1.5 text-right whitespace-nowrap last:pr-3.5',
            COLUMN[column.kind],
            (row.kind === 'kept' || row.kind === 'channel') && 'text-text-2',
            column.kind === 'month' && usefulness(row, column.number - 1),
          )}
        >
          {written(figureIn(row, column))}
        </td>
      ))}
    </tr>
  )
}

const MONEY_LABEL = {
  revenueGoal: 'revenueNode',
  existing: 'existing',
  salesSourced: 'salesSourced',
  goal: 'goalRow',
  kept: 'keptRow',
  cost: 'costRow',
} as const satisfies Record<MoneyRow, string>

/** The last useful month is underlined; what comes after it is hatched, because it is won next year. */
function usefulness(row: MonthlyRow, month: number): string {
  if (row.lastUseful === null || row.lastUseful === 11) return ''
  if (month === row.lastUseful) return 'font-strong text-text! inset-shadow-[0_-2px_0_var(--accent)]'
  return month > row.lastUseful ? 'hatch-unripe text-text-2' : ''
}

function RowName({ row, open, onToggle }: RowNameProps) {
  const t = useTranslations('plan')
  const { stageLabel, channelOf, unitLabel } = usePlanView()
  if (row.kind === 'channel') {
    const { name, colour } = channelOf(row.channelId ?? '')
    return (
      <span className="block pl-4.5 text-text-2">
        <ChannelName colour={colour}>{name}</ChannelName>
      </span>
    )
  }
  const mark = row.partial ? '＊' : ''
  if (row.kind !== 'stage') {
    return (
      <>
        {t(MONEY_LABEL[row.kind])}
        <small className="ml-1.5 font-regular text-text-3">
          {unitLabel}
          {mark}
        </small>
      </>
    )
  }
  const stage = stageLabel(row.stage ?? '')
  if (open === null) return stage + mark
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={onToggle}
      className="-ml-1 inline-flex min-h-(--row-h) items-center gap-1 rounded-2 px-1 font-strong hover:text-accent"
    >
      <Chevron aria-hidden="true" size={12} className="text-text-3" />
      {stage + mark}
    </button>
  )
}

/** Who is left out of a total, and why. */
function Notes({ figures }: { readonly figures: PlanFigures }) {
  const t = useTranslations('plan')
  const { channelOf } = usePlanView()
  const names = (ids: readonly { readonly id: string }[]) => ids.map(({ id }) => channelOf(id).name).join(t('and'))
  const without = figures.channels.filter(({ funnel }) => funnel === null)
  const costless = figures.channels.filter(({ funnel }) => funnel !== null && funnel.costByMonth === null)
  const anyCost = figures.channels.some(({ funnel }) => funnel?.costByMonth)
  if (without.length === 0 && (costless.length === 0 || !anyCost)) return null
  return (
    <div className="space-y-0.5 border-t px-4 py-2.5 text-small text-text-2">
      {without.length > 0 && <p>＊ {t('noteWithoutFigures', { channels: names(without) })}</p>}
      {costless.length > 0 && anyCost && <p>＊ {t('noteWithoutCost', { channels: names(costless) })}</p>}
    </div>
  )
}
