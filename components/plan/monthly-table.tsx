'use client'

import { useTranslations } from 'next-intl'
import { memo, useCallback, useState } from 'react'
import type { ChannelFigures } from '#lib/funnel/plan'
import type { StageKey } from '#lib/funnel/stages'
import { Card } from '../ui/card'
import { MonthlyHead } from './monthly-head'
import { MonthlyRow, OverMark } from './monthly-row'
import { goalRows, monthlyRows } from './monthly-rows'
import { usePlanView } from './plan-view'
import { usePlan } from './use-plan'

/** 今期中に行う数, month by month; a stage opens into its channels. `goalsOnly`: the root team beside other teams. */
export const MonthlyTable = memo(function MonthlyTable({ goalsOnly }: { readonly goalsOnly: boolean }) {
  const t = useTranslations('plan')
  const title = goalsOnly ? t('monthlyGoals') : t('monthly')
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
          <MonthlyHead before={!goalsOnly} />
          <Rows goalsOnly={goalsOnly} />
        </table>
      </section>
      <Notes />
    </Card>
  )
})

function Rows({ goalsOnly }: { readonly goalsOnly: boolean }) {
  const { stages } = usePlanView()
  const figures = usePlan((state) => state.figures)
  const monthsOver = usePlan(({ capacity }) => capacity?.monthsOver ?? NONE)
  const [opened, setOpened] = useState<ReadonlySet<StageKey>>(new Set(['lead']))
  const several = figures.channels.length > 1
  const rows = goalsOnly ? goalRows(figures) : monthlyRows(figures, stages, several ? opened : NO_STAGE)
  const toggle = useCallback((stage: StageKey) => {
    setOpened((now) => new Set(now.has(stage) ? [...now].filter((one) => one !== stage) : [...now, stage]))
  }, [])
  return (
    <tbody>
      {rows.map((row) => (
        <MonthlyRow
          key={row.key}
          row={row}
          over={row.kind === 'stage' && row.stage === 'opportunity' ? monthsOver : NONE}
          before={!goalsOnly}
          open={row.kind === 'stage' && several ? opened.has(row.stage ?? '') : null}
          onToggle={toggle}
        />
      ))}
    </tbody>
  )
}

const NO_STAGE: ReadonlySet<StageKey> = new Set()
const NONE: readonly number[] = []

/** What marks the months mean; on a phone there are no months. */
function Legend() {
  const t = useTranslations('plan')
  const withCapacity = usePlan(({ capacity }) => (capacity?.monthsOver.length ?? 0) > 0)
  return (
    <span className="flex items-center gap-2.5 max-tablet:hidden">
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
    </span>
  )
}

/** Who is left out of a total, and why. */
function Notes() {
  const t = useTranslations('plan')
  const { channelOf } = usePlanView()
  const nameOf = ({ id }: ChannelFigures) => channelOf(id).name
  const without = usePlan(({ figures }) => figures.channels.filter(isWithoutFigures).map(nameOf).join(t('and')))
  const costless = usePlan(({ figures: { channels } }) =>
    channels.some(({ funnel }) => funnel?.costByMonth) ? channels.filter(isCostless).map(nameOf).join(t('and')) : '',
  )
  if (without === '' && costless === '') return null
  return (
    <div className="space-y-0.5 border-t px-4 py-2.5 text-small text-text-2">
      {without !== '' && <p>＊ {t('noteWithoutFigures', { channels: without })}</p>}
      {costless !== '' && <p>＊ {t('noteWithoutCost', { channels: costless })}</p>}
    </div>
  )
}

const isWithoutFigures = ({ funnel }: ChannelFigures): boolean => funnel === null
const isCostless = ({ funnel }: ChannelFigures): boolean => funnel !== null && funnel.costByMonth === null
