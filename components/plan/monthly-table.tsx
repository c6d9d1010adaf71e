'use client'

import { useTranslations } from 'next-intl'
import { memo, useMemo, useState } from 'react'
import type { PlanFigures } from '#lib/funnel/plan'
import type { StageKey } from '#lib/funnel/stages'
import { Card } from '../ui/card'
import { MonthlyHead } from './monthly-head'
import { MonthlyRow, OverMark } from './monthly-row'
import { goalRows, monthlyRows } from './monthly-rows'
import { usePlanView } from './plan-view'

type MonthlyTableProps = {
  readonly figures: PlanFigures
  /** The root team beside other teams: no channels, so no work of its own. */
  readonly goalsOnly: boolean
  /** Months whose opportunities exceed what sales can take on. */
  readonly monthsOver: readonly number[]
}

/** 今期中に行う数, month by month; a stage opens into its channels. */
export const MonthlyTable = memo(function MonthlyTable({ figures, goalsOnly, monthsOver }: MonthlyTableProps) {
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
      actions={goalsOnly ? undefined : <Legend withCapacity={monthsOver.length > 0} />}
      flush
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={title} tabIndex={0} className="overflow-x-auto" data-print="whole">
        <table className="w-full border-separate border-spacing-0 text-small">
          <caption className="sr-only">{t('monthlyCaption')}</caption>
          <MonthlyHead before={!goalsOnly} />
          <tbody>
            {shown.map((row) => (
              <MonthlyRow
                key={row.key}
                row={row}
                over={row.kind === 'stage' && row.stage === 'opportunity' ? monthsOver : NONE}
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

const NONE: readonly number[] = []

function Legend({ withCapacity }: { readonly withCapacity: boolean }) {
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
      {withCapacity && (
        <span className="inline-flex items-center gap-1.5">
          <OverMark />
          {t('overCapacity')}
        </span>
      )}
    </>
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
