'use client'

import type { ReactNode } from 'react'
import { formatFiscalYear, formatRatio, UNDEFINED } from '#lib/format'
import type { Goals } from '#lib/funnel/goals'
import { ratio } from '#lib/ratio'
import { Figure } from '../kpi/figure'
import { classes } from '../ui/classes'
import { percentText } from './field-text'
import { hasGoal } from './plan-form'
import type { PlannedChannel } from './plan-props'
import { usePlanView } from './plan-view'
import { useAssumed, useChannel, useGoals } from './use-plan'

type GoalHeadProps = {
  /** px left free on both sides, so that it stands over the channels; 0 without channels. */
  readonly indent: number
  readonly outdent: number
}

/** 売上 (KGI) above its three parts; marketing's stands in the middle, because the channels hang from it. */
export function GoalHead({ indent, outdent }: GoalHeadProps) {
  const { year, locale } = usePlanView()
  return (
    <div
      style={{ paddingLeft: indent, paddingRight: outdent }}
      className="max-tablet:sticky max-tablet:left-0 max-tablet:w-[calc(100vw-58px)] max-tablet:p-0!"
    >
      <div className="mx-auto w-1/3 max-w-52 min-w-34">
        <GoalNode part="revenueNode" aside={formatFiscalYear(year, locale)} look="root" />
      </div>
      <Stem />
      <div className="mx-auto grid max-w-160 grid-cols-3">
        <Branch place="first">
          <GoalNode part="existing" look="aside" />
        </Branch>
        <Branch place="middle">
          <GoalNode part="marketingGoal" look="accent" />
        </Branch>
        <Branch place="last">
          <GoalNode part="salesSourced" look="aside" />
        </Branch>
      </div>
      {indent > 0 && <Stem />}
    </div>
  )
}

function Stem() {
  return <div aria-hidden="true" className="mx-auto h-3.5 w-px bg-border-control" />
}

/** A part under the line that joins it with the others. */
function Branch({ place, children }: { readonly place: 'first' | 'middle' | 'last'; readonly children: ReactNode }) {
  return (
    <div>
      <Rail first={place === 'first'} last={place === 'last'} />
      <div className="px-1.5 max-tablet:px-0.5">{children}</div>
    </div>
  )
}

/** The horizontal line over a row of nodes, and the short drop to this one. */
export function Rail({ first, last }: { readonly first: boolean; readonly last: boolean }) {
  return (
    <div aria-hidden="true" className="relative h-3.5">
      {!(first && last) && (
        <span
          className={classes(
            'absolute top-0 h-px bg-border-control',
            first ? 'left-1/2' : 'left-0',
            last ? 'right-1/2' : 'right-0',
          )}
        />
      )}
      <span className="absolute top-0 left-1/2 h-full w-px bg-border-control" />
    </div>
  )
}

const LOOK = {
  root: 'border-text bg-surface',
  accent: 'border-accent bg-accent-soft',
  aside: 'border-dashed border-border-strong bg-surface-2',
} as const

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)

/** The year's goal and its parts, each under the key of its label. Blank is not 0: without a goal two are not known. */
const AMOUNT = {
  revenueNode: (figures) => (hasGoal(figures) ? sum(figures.goalByMonth) : null),
  existing: (figures) => sum(figures.existingByMonth),
  marketingGoal: (figures) => (hasGoal(figures) ? figures.marketingGoal : null),
  salesSourced: (figures) => sum(figures.salesSourcedByMonth),
} as const satisfies Record<string, (figures: Goals) => number | null>

type GoalNodeProps = {
  readonly part: keyof typeof AMOUNT
  /** Instead of its part of the goal. */
  readonly aside?: string
  readonly look: keyof typeof LOOK
}

function GoalNode({ part, aside, look }: GoalNodeProps) {
  const { t, money, unitLabel, locale } = usePlanView()
  const amount = useGoals(({ figures }) => AMOUNT[part](figures))
  const ofGoal = useGoals(({ figures }) => ratio(AMOUNT[part](figures) ?? 0, sum(figures.goalByMonth)))
  return (
    <div className={classes('rounded-2 border px-2.5 py-1.5 max-tablet:px-1.5', LOOK[look])}>
      <div className="truncate text-micro text-text-2 max-tablet:whitespace-normal max-tablet:[word-break:auto-phrase]">
        {t(part)}
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <Figure
          size="inline"
          value={money(amount)}
          unit={amount === null ? undefined : unitLabel}
          className="text-title"
        />
        <span className="text-micro text-text-3">{aside ?? formatRatio(ofGoal, { locale })}</span>
      </div>
    </div>
  )
}

const EDGE: Readonly<Record<number, string>> = {
  1: 'border-l-ch-1',
  2: 'border-l-ch-2',
  3: 'border-l-ch-3',
  4: 'border-l-ch-4',
  5: 'border-l-ch-5',
  6: 'border-l-ch-6',
}

/** A channel with its part of marketing's goal. */
export function ChannelHead({ channelId, index }: PlannedChannel) {
  const { channelOf, money, unitLabel } = usePlanView()
  const revenue = useChannel(index, (channel) => channel?.revenue ?? null)
  const share = useAssumed(index, (channel) => channel?.draft.share ?? null)
  const { name, colour } = channelOf(channelId)
  return (
    <div className="@container mx-auto max-w-52 px-1 text-left">
      <div
        className={classes(
          'rounded-2 border border-l-4 border-border-strong px-2 py-1.5',
          EDGE[colour] ?? 'border-l-ch-none',
        )}
      >
        <div className="truncate text-micro text-text-2">{name}</div>
        <div className="flex flex-wrap items-baseline justify-between gap-x-2">
          <Figure
            size="inline"
            value={money(revenue)}
            unit={revenue === null ? undefined : unitLabel}
            className="text-title @max-[128px]:text-read"
          />
          <span className="text-micro text-text-3">{share === null ? UNDEFINED : `${percentText(share)}%`}</span>
        </div>
      </div>
    </div>
  )
}
