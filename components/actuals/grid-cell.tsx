'use client'

import { Database } from 'lucide-react'
import { isCounted } from '#lib/actuals/counted'
import { isIn } from '#lib/actuals/range'
import { ActiveCell } from './active-cell'
import { cellClasses, dashedSides, outlinedSides } from './cell-look'
import type { LineProps } from './grid-line'
import { ReadCell } from './read-cell'

/** One month of one row: what stands there, its marks, and the text field while the cursor is on it. */
export function GridCell({ month, ...props }: LineProps & { readonly month: number }) {
  const { row, at, words, labels, editable, range } = props
  const here = { row: at, month }
  const wrong = props.unread.get(month)
  const active = props.cursor === month
  const selected = active || (range !== null && isIn(range, here))
  const { value, missing, locked, counted } = standingOf(props, month)
  const shown = wrong?.text ?? words.value(row, value)
  const corrected = props.corrections.has(month)
  const said = shown === '' ? (missing ? labels.missing : labels.blank) : shown
  const name = words.cell(row, month)
  const closedTo = counted ? labels.counted : locked && labels.locked
  const label = [name, said, corrected && labels.corrected, closedTo].filter(Boolean).join(' ')
  const look = cellClasses({
    time: timeOf(props, month),
    missing,
    wrong: wrong !== undefined,
    disputed: props.disputed.has(month),
    locked,
    isCampaign: row.campaignId !== null,
    selected,
    outlined: outlinedSides(here, range),
    dashed: dashedSides(here, props.dashed),
  })
  const marks = (
    <>
      {counted ? <RecordsMark /> : locked && shown !== '' && <SumMark />}
      {missing ? labels.missing : shown}
      {corrected && <CornerMark />}
    </>
  )
  if (!editable) {
    return (
      <ReadCell name={label} active={active} selected={selected} look={look} at={here} grab={props.grab}>
        {marks}
      </ReadCell>
    )
  }
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of an editable grid (ARIA grid pattern)
      role="gridcell"
      tabIndex={-1}
      aria-label={label}
      aria-invalid={wrong !== undefined || undefined}
      aria-readonly={locked || undefined}
      aria-selected={selected}
      data-row={at}
      data-month={month}
      data-active={active || undefined}
      className={look}
    >
      {marks}
      {active && (
        <ActiveCell
          at={here}
          name={name}
          shown={shown}
          blank={missing ? labels.missing : ''}
          wrong={wrong !== undefined || props.disputed.has(month)}
          locked={locked}
          grab={props.grab}
        />
      )}
      {range !== null && at === range.bottom && month === range.right && <FillHandle />}
    </td>
  )
}

/** A channel's own figure, or one that is not entered here: the sum of its campaigns, or counted from records. */
function standingOf({ row, values, own, kinds, unread, awaited, finishedThrough }: LineProps, month: number) {
  const value = values[month] ?? null
  const kind = kinds?.[month] ?? null
  const other = row.campaignId === null ? 'campaigns' : 'direct'
  const counted = isCounted(row, month)
  const locked = counted || (kind === other && (own[month] ?? null) === null)
  const missing = value === null && !counted && !unread.has(month) && month <= finishedThrough && awaited
  return { value, locked, counted, missing }
}

function timeOf({ closed, finishedThrough, running }: LineProps, month: number) {
  if (closed.has(month)) return 'closed' as const
  if (month <= finishedThrough) return 'finished' as const
  return month === running ? ('running' as const) : ('future' as const)
}

/** Corrected since its month was closed. */
function CornerMark() {
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute top-0 right-0 z-[3] border-t-7 border-l-7 border-t-text-2 border-l-transparent"
    />
  )
}

/** The sum of the campaigns, which are entered below it. */
function SumMark() {
  return (
    <span aria-hidden="true" className="pointer-events-none absolute top-0.5 left-1 text-micro text-text-3">
      Σ
    </span>
  )
}

/** Counted from records, whether there are any or not. */
function RecordsMark() {
  return (
    <Database
      aria-hidden="true"
      size={9}
      className="pointer-events-none absolute top-1 left-1 text-text-3 print:hidden"
    />
  )
}

/** Drawn over further cells, it fills them with what is selected. For the keyboard there are Ctrl+D and Ctrl+R. */
function FillHandle() {
  return (
    <span
      aria-hidden="true"
      data-fill-handle
      className="absolute -right-1 -bottom-1 z-[4] size-2 cursor-crosshair border border-surface bg-accent max-tablet:hidden"
    />
  )
}
