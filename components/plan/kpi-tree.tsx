'use client'

import { useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'
import { type StageKey, stagesFrom } from '#lib/funnel/stages'
import { FigurePanel } from '../plan-vs-actual/figure-panel'
import { useFigurePanel } from '../plan-vs-actual/use-figure-panel'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import { useTreeEvidence } from './kpi-tree-evidence'
import { ChannelHead, GoalHead, Rail } from './kpi-tree-head'
import { StageNode, StageTotal, Step } from './kpi-tree-stage'
import type { PlannedChannel } from './plan-props'
import { usePlanView } from './plan-view'
import { useAssumed, usePlan } from './use-plan'

/** Widths in px: stage names (longer in English), one channel at least, the total of several. */
const LABELS = 56
const LONG_LABELS = 98
const CHANNEL = 108
const TOTAL = 72

/** From revenue down to the first stage: goal, its parts, the channels, and what each stage must count this year. */
export function KpiTree() {
  const t = useTranslations('plan')
  const { stages, stageLabel } = usePlanView()
  const order = usePlan((state) => state.order)
  const labels = stages.some((stage) => stageLabel(stage).length > 5) ? LONG_LABELS : LABELS
  const total = order.length > 1 ? TOTAL : 0
  // A channel that gains or loses its figures moves the tree's place in the tab order.
  usePlan(({ figures }) => figures.channels.map(({ funnel }) => funnel?.stages.length ?? 0).join(' '))
  const panel = useFigurePanel()
  return (
    <Card title={t('tree')} hint={t('treeHint')} flush className="flex flex-col">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={t('tree')} tabIndex={0} className="flex grow flex-col overflow-x-auto px-4 pt-1 pb-4">
        <div
          {...panel.regionProps}
          className="flex grow flex-col"
          style={{ minWidth: labels + CHANNEL * order.length + total }}
        >
          <GoalHead indent={order.length > 0 ? labels : 0} outdent={total} />
          {order.length > 0 && <StageTable order={order} labels={labels} />}
        </div>
      </section>
      {panel.figure?.isConnected && <TreeEvidence {...panel} figure={panel.figure} />}
    </Card>
  )
}

type TreeEvidenceProps = Pick<ReturnType<typeof useFigurePanel>, 'close' | 'panelProps'> & {
  readonly figure: HTMLElement
}

function TreeEvidence({ figure, close, panelProps }: TreeEvidenceProps) {
  const evidence = useTreeEvidence(figure.dataset.figure ?? '')
  if (!evidence) return null
  return <FigurePanel figure={figure} evidence={evidence} link={null} onClose={close} panelProps={panelProps} />
}

/** The channels as columns, the stages as rows from won upwards; lines join what is computed from what. */
const StageTable = memo(function StageTable({
  order,
  labels,
}: {
  readonly order: readonly string[]
  readonly labels: number
}) {
  const t = useTranslations('plan')
  const { stages, stageLabel } = usePlanView()
  const several = order.length > 1
  return (
    <table className="w-full grow table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('treeCaption')}</caption>
      <colgroup>
        <col style={{ width: labels }} />
        {order.map((channelId) => (
          <col key={channelId} />
        ))}
        {several && <col style={{ width: TOTAL }} />}
      </colgroup>
      <thead>
        <tr>
          <td className="sticky left-0 z-10 bg-surface" />
          {order.map((channelId, index) => (
            <th key={channelId} scope="col" className="p-0 align-top font-regular">
              <Rail first={index === 0} last={index === order.length - 1} />
              <ChannelHead channelId={channelId} index={index} />
            </th>
          ))}
          {several && (
            <th
              scope="col"
              className="pr-2 pb-1 text-right align-bottom text-micro whitespace-nowrap font-regular text-text-3"
            >
              {t('channelTotal', { count: order.length })}
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
            {order.map((channelId, index) => (
              // A height, however small, lets the step fill what the row has to spare.
              <td key={channelId} className="h-px p-0 align-bottom">
                <TreeCell channelId={channelId} index={index} stage={stage} />
              </td>
            ))}
            {several && (
              <td className="p-0 align-bottom">
                <Band className="justify-end rounded-r-2 pr-2">
                  <StageTotal stage={stage} />
                </Band>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
})

function Band({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return <div className={classes('flex h-14 shrink-0 items-center bg-surface-2', className)}>{children}</div>
}

/** One channel at one stage. */
function TreeCell({ channelId, index, stage }: PlannedChannel & { readonly stage: StageKey }) {
  const { t, stages, stageLabel } = usePlanView()
  const entry = useAssumed(index, (channel) => channel?.draft.entry ?? null)
  if (entry === null) return null
  const next = stages[stages.indexOf(stage) + 1]
  if (!stagesFrom(stages, entry).includes(stage)) {
    return (
      <Band className="justify-center text-micro text-text-3">
        {next === entry ? t('entryIs', { stage: stageLabel(next) }) : ''}
      </Band>
    )
  }
  return (
    <div className="flex h-full flex-col">
      <Step index={index} to={next} />
      <Band className="@container px-1">
        <StageNode channelId={channelId} index={index} stage={stage} isEntry={stage === entry} />
      </Band>
    </div>
  )
}
