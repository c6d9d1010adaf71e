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

type Toggle = { readonly open: boolean | null; readonly onToggle: (stage: StageKey) => void }
type RowProps = Toggle & {
  readonly row: Line
  readonly before: boolean
  /** Months in which the row exceeds what sales can take on. */
  readonly over: readonly number[]
}

/** How the cells look, made once: a key in the KGI draws some hundred of them. */
const looks = (tone: string) =>
  PERIOD_COLUMNS.map(({ kind }) => classes('px-1.5 text-right whitespace-nowrap last:pr-3.5', COLUMN[kind], tone))
const PLAIN = looks('')
const QUIET = looks('text-text-2')

/** One line of the table; a stage's name opens its channels. */
export const MonthlyRow = memo(function MonthlyRow({ row, open, onToggle, before, over }: RowProps) {
  const { t, money, count } = usePlanView()
  const { kind, stage, channelId, partial } = row
  const written = kind === 'stage' || kind === 'channel' ? count : money
  const look = kind === 'kept' || kind === 'channel' ? QUIET : PLAIN
  return (
    <tr className={classes('*:h-(--row-h) *:border-b last:*:border-b-0', kind === 'goal' && 'font-strong')}>
      <th scope="row" className={NAME}>
        <RowName {...{ kind, stage, channelId, partial, open, onToggle }} />
      </th>
      {before && <td className={BEFORE}>{row.before === null ? '' : written(row.before)}</td>}
      {PERIOD_COLUMNS.map((column, place) => {
        const month = column.kind === 'month' ? column.number - 1 : null
        const text = written(figureIn(row, column))
        return (
          <td
            key={column.kind + column.number}
            className={classes(look[place], month !== null && usefulness(row, month))}
          >
            {month !== null && over.includes(month) ? (
              <>
                <OverMark label={t('overCapacity')} />
                {text}
              </>
            ) : (
              text
            )}
          </td>
        )
      })}
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

type RowNameProps = Toggle & Pick<Line, 'kind' | 'stage' | 'channelId' | 'partial'>

const RowName = memo(function RowName({ kind, stage: key, channelId, partial, open, onToggle }: RowNameProps) {
  const { t, stageLabel, channelOf, unitLabel } = usePlanView()
  if (kind === 'channel') {
    const { name, colour } = channelOf(channelId ?? '')
    return (
      <span className="block pl-4.5 text-text-2">
        <ChannelName colour={colour}>{name}</ChannelName>
      </span>
    )
  }
  const mark = partial ? '＊' : ''
  if (kind !== 'stage') {
    return (
      <>
        {t(MONEY_LABEL[kind])}
        <small className="ml-1.5 font-regular text-text-3">
          {unitLabel}
          {mark}
        </small>
      </>
    )
  }
  const stage = stageLabel(key ?? '')
  if (open === null) return stage + mark
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={() => onToggle(key ?? '')}
      className="-ml-1 inline-flex min-h-(--row-h) items-center gap-1 rounded-2 px-1 font-strong hover:text-accent"
    >
      <Chevron aria-hidden="true" size={12} className="text-text-3" />
      {stage + mark}
    </button>
  )
})
