import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NOTHING, sumCredited } from '#lib/attribution/credited'
import type { AttributionSummary } from '#lib/attribution/summary'
import { ScrollingCardTable } from '../table/card-table'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import type { AttributionFrame } from './attribution-props'
import { ChannelCell } from './channel-cell'
import { Fig } from './fig'
import { amountText, dealsText, monthsInViewText, unitLabel } from './words'

type PipelineCardProps = { readonly frame: AttributionFrame; readonly summary: AttributionSummary }

/** 商談と受注: what each channel is credited with of the pipeline, beside the revenue. */
export function PipelineCard({ frame, summary }: PipelineCardProps) {
  const t = useTranslations('attribution')
  const { style, model } = frame
  const { comparison, pipeline, effects, total } = summary
  const ids = [
    ...comparison.channels.map(({ channelId }) => channelId),
    ...Object.keys(pipeline).filter((id) => !comparison.channels.some(({ channelId }) => channelId === id)),
  ]
  const wonBy = (id: string) => comparison.channels.find(({ channelId }) => channelId === id)?.byModel[model] ?? NOTHING
  const cells = (key: string, of: ReturnType<typeof figuresOf>, costPerWon: number | null) => [
    ...(['created', 'open', 'won'] as const).flatMap((set): ReactNode[] => {
      if (model === 'markov' && set !== 'won') return ['—', '—']
      return [
        <Fig key={`${set} count`} at={`pipeline|${set}|${key}`}>
          {dealsText(of[set].dealParts, style)}
        </Fig>,
        <span key={set}>{amountText(of[set].amount, style)}</span>,
      ]
    }),
    <span key="cost">{amountText(costPerWon === null ? null : Math.round(costPerWon), style)}</span>,
  ]
  const figuresOf = (id: string) => ({
    created: pipeline[id]?.created ?? NOTHING,
    open: pipeline[id]?.open ?? NOTHING,
    won: wonBy(id),
  })
  const all = ids.map(figuresOf)
  const sum = {
    created: sumCredited(all.map(({ created }) => created)),
    open: sumCredited(all.map(({ open }) => open)),
    won: sumCredited(all.map(({ won }) => won)),
  }
  const header = (set: 'created' | 'open' | 'won') => [
    { key: `${set} count`, header: t(`pipeline.${set}`) },
    { key: set, header: t('amount'), hiddenOnPhone: set === 'open' },
  ]
  return (
    <Card
      flush
      title={t('pipeline.title')}
      hint={t('pipeline.hint', {
        model: t(`models.${model}`),
        period: monthsInViewText(frame),
        unit: unitLabel(style),
      })}
      actions={<TextLink href={frame.path.replace(/attribution$/, 'pipeline')}>{t('pipeline.link')}</TextLink>}
    >
      <ScrollingCardTable
        label={t('pipeline.title')}
        nameHeader={t('channel')}
        columns={[
          ...header('created'),
          ...header('open'),
          ...header('won'),
          { key: 'cost', header: t('effect.costPerWon') },
        ]}
        rows={[
          ...ids.map((id) => ({
            key: id,
            name: <ChannelCell frame={frame} channelId={id} />,
            cells: cells(id, figuresOf(id), effects.find(({ channelId }) => channelId === id)?.costPerWon ?? null),
          })),
          { key: 'total', name: t('total'), isTotal: true, cells: cells('total', sum, total.costPerWon) },
        ]}
      />
      <p className="border-t px-4 py-2.5 text-small leading-text text-text-2">
        {t(model === 'markov' ? 'pipeline.markov' : 'pipeline.note')}
      </p>
    </Card>
  )
}
