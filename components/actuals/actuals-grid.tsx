'use client'

import { useTranslations } from 'next-intl'
import { Fragment, type RefObject, useMemo } from 'react'
import type { Correction } from '#lib/actuals/corrections'
import type { EntryKinds } from '#lib/actuals/entry-kind'
import { type GridRow, isUnfolded } from '#lib/actuals/grid'
import { isRowAwaited, rowTotal } from '#lib/actuals/missing-cells'
import type { Range } from '#lib/actuals/range'
import type { Conflicts } from '#lib/actuals/save-queue'
import { cellKey } from '#lib/actuals/save-request'
import { type Sheet, spot, type UnreadText } from '#lib/actuals/sheet'
import type { GridValues } from '#lib/actuals/values'
import type { ByMonth } from '#lib/plan-vs-actual/ledger'
import type { ActualsProps } from './actuals-props'
import { GridHead } from './grid-head'
import { GridLine } from './grid-line'
import { CampaignHead, SectionHead } from './section-head'
import { useGridMouse } from './use-grid-mouse'
import { useKeptInView } from './use-kept-in-view'
import type { SelectionControl } from './use-selection'
import type { Words } from './use-words'

const BLANK: ByMonth = Array.from({ length: 12 }, () => null)

export type ActualsGridProps = Pick<ActualsProps, 'sections' | 'standing' | 'year' | 'editable'> & {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** On the screen, top to bottom. */
  readonly rows: readonly GridRow[]
  readonly sheet: Sheet
  readonly shown: GridValues
  readonly kinds: EntryKinds
  readonly closed: ReadonlySet<number>
  readonly corrections: ReadonlyMap<string, Correction>
  readonly conflicts: Conflicts
  readonly unfolded: ReadonlySet<string>
  readonly control: SelectionControl
  readonly words: Words
  readonly onFold: (channelId: string) => void
  readonly onRepeat: (source: Range, target: Range) => void
}

/** The month grid: rows by channel, twelve months, the sum of the finished ones. Behaves like a spreadsheet. */
export function ActualsGrid(props: ActualsGridProps) {
  const { sections, rows, sheet, editable, words, standing, closed, unfolded, control, scroller, onFold, onRepeat } =
    props
  const t = useTranslations('actuals')
  const labels = useMemo(
    () => ({
      missing: t('missing'),
      blank: t('blank'),
      partial: t('partialMeaning'),
      corrected: t('corrected'),
      locked: t('locked'),
      counted: t('counted'),
    }),
    [t],
  )
  const mouse = useGridMouse(control, rows.length, onRepeat)
  const { selection, range, grab } = control
  useKeptInView(scroller, control)
  const places = useMemo(() => new Map(rows.map((row, at) => [row.key, at])), [rows])
  const dashed = mouse.drawn ?? sheet.paste?.range ?? null

  function line(row: GridRow) {
    const at = places.get(row.key) ?? 0
    const values = props.shown[row.key] ?? BLANK
    const meets = (block: Range | null) => (block !== null && at >= block.top && at <= block.bottom ? block : null)
    return (
      <GridLine
        key={row.key}
        row={row}
        at={at}
        values={values}
        own={sheet.values[row.key] ?? BLANK}
        kinds={row.channelId === null ? null : (props.kinds.get(row.channelId) ?? null)}
        unread={unreadOf(sheet, row)}
        disputed={monthsIn(props.conflicts, row, props.year.months)}
        corrections={correctionsOf(props.corrections, row, props.year.months)}
        awaited={isRowAwaited(row, props.shown, standing)}
        total={rowTotal(values, standing.finishedThrough)}
        finishedThrough={standing.finishedThrough}
        running={standing.running}
        closed={closed}
        cursor={selection.cursor.row === at ? selection.cursor.month : -1}
        grab={selection.cursor.row === at ? grab : 0}
        range={meets(range)}
        dashed={meets(dashed)}
        editable={editable}
        words={words}
        labels={labels}
      />
    )
  }
  return (
    <div
      ref={scroller}
      data-print="whole"
      className="min-h-60 scroll-pt-8 scroll-pl-38 scroll-pr-24 max-tablet:scroll-pr-0 overflow-auto max-tablet:max-h-[75dvh] [--row-h:28px] pointer-coarse:[--row-h:44px]"
    >
      {/* biome-ignore lint/a11y/useKeyWithMouseEvents: what the pointer draws, the keyboard does with Shift and arrows */}
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is edited cell by cell is a grid
        role="grid"
        aria-label={t('gridLabel')}
        aria-readonly={!editable}
        aria-multiselectable="true"
        onMouseDown={mouse.onMouseDown}
        onMouseOver={mouse.onMouseOver}
        className="w-full cursor-cell border-separate border-spacing-0 text-small"
      >
        <GridHead standing={standing} closed={closed} cursor={selection.cursor.month} words={words} />
        {sections.map((section) => (
          <tbody key={section.channel?.id ?? 'others'}>
            <SectionHead section={section} unfolded={isUnfolded(section, unfolded)} onFold={onFold} />
            {section.rows.map(line)}
            {isUnfolded(section, unfolded) &&
              section.campaigns.map((campaign) => (
                <Fragment key={campaign.id}>
                  <CampaignHead name={campaign.name} days={words.days(campaign.startsOn, campaign.endsOn)} />
                  {campaign.rows.map(line)}
                </Fragment>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

const NO_TEXT: ReadonlyMap<number, UnreadText> = new Map()
const NO_MONTH: ReadonlySet<number> = new Set()
const NO_CORRECTION: ReadonlyMap<number, Correction> = new Map()

function unreadOf({ unread }: Sheet, row: GridRow): ReadonlyMap<number, UnreadText> {
  if (unread.size === 0) return NO_TEXT
  const texts = BLANK.flatMap((_, month) => {
    const text = unread.get(spot(row.key, month))
    return text === undefined ? [] : [[month, text] as const]
  })
  return texts.length === 0 ? NO_TEXT : new Map(texts)
}

type Months = ActualsProps['year']['months']

function monthsIn(conflicts: Conflicts, row: GridRow, months: Months): ReadonlySet<number> {
  if (conflicts.size === 0) return NO_MONTH
  const disputed = months.flatMap((month, at) => (conflicts.has(cellKey(row.key, month)) ? [at] : []))
  return disputed.length === 0 ? NO_MONTH : new Set(disputed)
}

function correctionsOf(corrections: ActualsGridProps['corrections'], row: GridRow, months: Months) {
  if (corrections.size === 0) return NO_CORRECTION
  const found = months.flatMap((month, at) => {
    const correction = corrections.get(cellKey(row.key, month))
    return correction ? [[at, correction] as const] : []
  })
  return found.length === 0 ? NO_CORRECTION : new Map(found)
}
