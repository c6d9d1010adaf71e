'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo } from 'react'
import type { StageKey } from '#lib/funnel/stages'
import { isEqual } from '#lib/remembered'
import { ChannelName } from '../kpi/channel-dot'
import { classes } from '../ui/classes'
import { BEFORE, COLUMN, NAME } from './monthly-look'
import { figureIn, type MonthlyRow as Line, type MoneyRow, PERIOD_COLUMNS } from './monthly-rows'
import { usePlanView } from './plan-view'

type RowNameProps = { readonly row: Line; readonly open: boolean | null; readonly onToggle: (stage: StageKey) => void }
type RowProps = RowNameProps & {
  readonly before: boolean
  /** Months in which the row exceeds what sales can take on. */
  readonly over: readonly number[]
}

/** One line of the table; a stage's name opens its channels. */
export const MonthlyRow = memo(function MonthlyRow({ row, open, onToggle, before, over }: RowProps) {
  const { t, money, count } = usePlanView()
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
          {column.kind === 'month' && over.includes(column.number - 1) && <OverMark label={t('overCapacity')} />}
          {written(figureIn(row, column))}
        </td>
      ))}
    </tr>
  )
}, isEqual)

/** A small triangle before a figure. */
export function OverMark({ label }: { readonly label?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
      className="mr-1 inline-block size-2.25 fill-watch"
    >
      <path d="M6 1 11.5 11H.5Z" />
    </svg>
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
function usefulness(row: Line, month: number): string {
  if (row.lastUseful === null || row.lastUseful === 11) return ''
  if (month === row.lastUseful) return 'font-strong text-text! inset-shadow-[0_-2px_0_var(--accent)]'
  return month > row.lastUseful ? 'hatch-unripe text-text-2' : ''
}

function RowName({ row, open, onToggle }: RowNameProps) {
  const { t, stageLabel, channelOf, unitLabel } = usePlanView()
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
      onClick={() => onToggle(row.stage ?? '')}
      className="-ml-1 inline-flex min-h-(--row-h) items-center gap-1 rounded-2 px-1 font-strong hover:text-accent"
    >
      <Chevron aria-hidden="true" size={12} className="text-text-3" />
      {stage + mark}
    </button>
  )
}
