'use client'

import { useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'
import type { Funnel } from '#lib/funnel/channel'
import type { PlanFigures } from '#lib/funnel/plan'
import type { Rounding } from '#lib/funnel/scenario'
import { stagesFrom } from '#lib/funnel/stages'
import type { ChannelDraft } from '#lib/input/plan-draft'
import { FigurePanel } from '../plan-vs-actual/figure-panel'
import { useFigurePanel } from '../plan-vs-actual/use-figure-panel'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import { useTreeEvidence } from './kpi-tree-evidence'
import { ChannelHead, GoalHead, Rail } from './kpi-tree-head'
import { StageNode, StageTotal, Step } from './kpi-tree-stage'
import { hasGoal } from './plan-form'
import { usePlanView } from './plan-view'

/** Widths in px: stage names (longer in English), one channel at least, the total of several. */
const LABELS = 56
const LONG_LABELS = 98
const CHANNEL = 108
const TOTAL = 72

type KpiTreeProps = {
  readonly figures: PlanFigures
  readonly channels: readonly ChannelDraft[]
  readonly rounding: Rounding
}

/** From revenue down to the first stage: goal, its parts, the channels, and what each stage must count this year. */
export function KpiTree({ figures, channels, rounding }: KpiTreeProps) {
  const t = useTranslations('plan')
  const { stages, stageLabel } = usePlanView()
  const labels = stages.some((stage) => stageLabel(stage).length > 5) ? LONG_LABELS : LABELS
  const total = channels.length > 1 ? TOTAL : 0
  const panel = useFigurePanel()
  const evidence = useTreeEvidence({ figures, channels, rounding })
  const shown = panel.figure?.isConnected ? evidence(panel.figure.dataset.figure ?? '') : null
  return (
    <Card title={t('tree')} hint={t('treeHint')} flush className="flex flex-col">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={t('tree')} tabIndex={0} className="flex grow flex-col overflow-x-auto px-4 pt-1 pb-4">
        <div
          {...panel.regionProps}
          className="flex grow flex-col"
          style={{ minWidth: labels + CHANNEL * channels.length + total }}
        >
          <GoalHead figures={figures} indent={channels.length > 0 ? labels : 0} outdent={total} />
          {channels.length > 0 && <StageTable figures={figures} channels={channels} labels={labels} />}
        </div>
      </section>
      {panel.figure && shown && (
        <FigurePanel
          figure={panel.figure}
          evidence={shown}
          link={null}
          onClose={panel.close}
          panelProps={panel.panelProps}
        />
      )}
    </Card>
  )
}

/** The channels as columns, the stages as rows from won upwards; lines join what is computed from what. */
type StageTableProps = Omit<KpiTreeProps, 'rounding'> & { readonly labels: number }

function StageTable({ figures, channels, labels }: StageTableProps) {
  const t = useTranslations('plan')
  const { stages, stageLabel } = usePlanView()
  const byId = new Map(figures.channels.map((channel) => [channel.id, channel]))
  const several = channels.length > 1
  return (
    <table className="w-full grow table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('treeCaption')}</caption>
      <colgroup>
        <col style={{ width: labels }} />
        {channels.map((channel) => (
          <col key={channel.channelId} />
        ))}
        {several && <col style={{ width: TOTAL }} />}
      </colgroup>
      <thead>
        <tr>
          <td className="sticky left-0 z-10 bg-surface" />
          {channels.map((channel, i) => (
            <th key={channel.channelId} scope="col" className="p-0 align-top font-regular">
              <Rail first={i === 0} last={i === channels.length - 1} />
              <ChannelHead
                channel={channel}
                revenue={hasGoal(figures) ? (byId.get(channel.channelId)?.revenue ?? 0) : null}
              />
            </th>
          ))}
          {several && (
            <th
              scope="col"
              className="pr-2 pb-1 text-right align-bottom text-micro whitespace-nowrap font-regular text-text-3"
            >
              {t('channelTotal', { count: channels.length })}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {stages.toReversed().map((stage) => (
          <tr key={stage}>
            <th scope="row" className="sticky left-0 z-10 bg-surface p-0 text-left align-bottom">
              <Band className="rounded-l-2 pl-1.5">{stageLabel(stage)}</Band>
            </th>
            {channels.map((channel) => (
              // A height, however small, lets the step fill what the row has to spare.
              <td key={channel.channelId} className="h-px p-0 align-bottom">
                <TreeCell channel={channel} funnel={byId.get(channel.channelId)?.funnel ?? null} stage={stage} />
              </td>
            ))}
            {several && (
              <td className="p-0 align-bottom">
                <Band className="justify-end rounded-r-2 pr-2">
                  <StageTotal figures={figures} stage={stage} />
                </Band>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Band({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return <div className={classes('flex h-14 shrink-0 items-center bg-surface-2', className)}>{children}</div>
}

type TreeCellProps = {
  readonly channel: ChannelDraft
  readonly funnel: Funnel | null
  readonly stage: string
}

/** One channel at one stage; remembered, so that typing in one channel leaves the others' columns alone. */
const TreeCell = memo(function TreeCell({ channel, funnel, stage }: TreeCellProps) {
  const t = useTranslations('plan')
  const { stages, stageLabel } = usePlanView()
  if (stagesFrom(stages, channel.entry).includes(stage)) {
    return (
      <div className="flex h-full flex-col">
        <Step channel={channel} stage={stage} />
        <Band className="@container px-1">
          <StageNode channel={channel} funnel={funnel} stage={stage} />
        </Band>
      </div>
    )
  }
  const next = stages[stages.indexOf(stage) + 1] === channel.entry
  return (
    <Band className="justify-center text-micro text-text-3">
      {next ? t('entryIs', { stage: stageLabel(channel.entry) }) : ''}
    </Band>
  )
})
