import { useTranslations } from 'next-intl'
import type { ChannelByModel } from '#lib/attribution/comparison'
import type { Credited } from '#lib/attribution/credited'
import { MODELS, type Model } from '#lib/attribution/models'
import { agrees } from '#lib/attribution/reconciliation'
import type { AttributionSummary } from '#lib/attribution/summary'
import { ChannelDot } from '../kpi/channel-dot'
import { VerdictMark } from '../kpi/verdict-mark'
import { ViewLinks } from '../pipeline/view-links'
import { ScrollingCardTable } from '../table/card-table'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { type AttributionFrame, attributionHref } from './attribution-props'
import { ChannelCell } from './channel-cell'
import { comparisonText } from './comparison-text'
import { CopyText } from './copy-text'
import { Fig } from './fig'
import { unitOf, valueText } from './range-chart'
import { Refreshing } from './refreshing'
import { Weights } from './weights'
import { rangeText } from './words'

type ComparisonCardProps = {
  readonly frame: AttributionFrame
  readonly summary: AttributionSummary
  /** Markov is being computed. */
  readonly isSolving: boolean
}

/** モデル比較: every channel under every model, the least underlined, the most bold, all adding up to what is booked. */
export function ComparisonCard({ frame, summary, isSolving }: ComparisonCardProps) {
  const t = useTranslations('attribution')
  const { comparison, reconciliation } = summary
  const { view, model: chosen } = frame
  const text = valueText(frame, summary)
  const total = (of: Credited | null, key: string) =>
    MODELS.map((model) =>
      comparison.withTouch[model] === null ? (
        '—'
      ) : (
        <Fig key={model} at={`sum|${key}|${model}`}>
          {text(of?.amount ?? 0)}
        </Fig>
      ),
    )
  return (
    <Card
      flush
      title={t('comparison.title')}
      hint={
        <>
          {unitOf(frame, t)} <u className="underline-offset-3">{t('comparison.least')}</u>{' '}
          <b className="text-text-2">{t('comparison.most')}</b>
        </>
      }
      actions={
        <div className="flex flex-wrap items-center justify-end gap-2.5">
          <ViewLinks
            small
            label={t('show.label')}
            current={view.show}
            links={(['amount', 'share'] as const).map((show) => ({
              ...{ key: show, label: t(`show.${show}`) },
              href: attributionHref(frame, { show }),
            }))}
          />
          <CopyText {...comparisonText(frame, summary, (key) => t(key))} />
          <a
            href="#weights"
            className="font-strong whitespace-nowrap text-accent underline-offset-3 hover:underline pointer-coarse:py-3"
          >
            {t('weights.open')}
          </a>
        </div>
      }
    >
      <ScrollingCardTable
        label={t('comparison.title')}
        nameHeader={t('channel')}
        minWidth={1080}
        columns={[
          ...MODELS.map((model) => ({
            key: model,
            header: t(`modelsShort.${model}`),
            isChosen: model === chosen,
          })),
          { key: 'range', header: t('comparison.range'), isSum: true },
        ]}
        rows={[
          ...comparison.channels.map((channel) => ({
            key: channel.channelId,
            name: <ChannelCell frame={frame} channelId={channel.channelId} />,
            cells: [
              ...MODELS.map((model) => <ModelCell key={model} {...{ channel, model, text }} />),
              <span key="range" className="text-text-2">
                {rangeText([channel.least.amount, channel.most.amount], frame, summary)}
              </span>,
            ],
          })),
          {
            key: 'withTouch',
            name: t('comparison.withTouch'),
            isTotal: true,
            cells: MODELS.map((model) => {
              const sum = comparison.withTouch[model]
              return sum === null ? '—' : text(sum.amount)
            }),
          },
          {
            key: 'without',
            name: (
              <span className="inline-flex items-center gap-2">
                <ChannelDot colour={0} />
                <TextLink
                  href={attributionHref(frame, { channel: '-', campaign: null, deal: null }, '#deals')}
                  className="font-regular! text-text!"
                >
                  {t('noTouch')}
                </TextLink>
              </span>
            ),
            cells: total(comparison.without, 'without'),
          },
          {
            key: 'booked',
            name: t('comparison.booked'),
            isTotal: true,
            cells: [
              ...total(
                { amount: reconciliation.withTouch.amount + reconciliation.without.amount, dealParts: 0 },
                'booked',
              ),
              agrees(reconciliation) ? (
                <VerdictMark key="agrees" verdict="good">
                  {t('comparison.agrees')}
                </VerdictMark>
              ) : (
                <VerdictMark key="differs" verdict="bad">
                  {text(reconciliation.difference.amount)}
                </VerdictMark>
              ),
            ],
          },
        ]}
      />
      {isSolving && (
        <p role="status" className="border-t px-4 py-2 text-small text-text-2">
          {t('markov.computing')}
          <Refreshing />
        </p>
      )}
      {!isSolving && comparison.withTouch.markov === null && (
        <p className="border-t px-4 py-2 text-small text-text-2">{t('markov.lookback')}</p>
      )}
      <Weights frame={frame} />
    </Card>
  )
}

type ModelCellProps = {
  readonly channel: ChannelByModel
  readonly model: Model
  readonly text: (amount: number) => string
}

function ModelCell({ channel: { channelId, byModel, least, most }, model, text }: ModelCellProps) {
  const t = useTranslations('attribution')
  const credit = byModel[model]
  if (credit === null) return <span title={t('comparison.notComputed')}>—</span>
  const figure = <Fig at={`cell|${model}|${channelId}`}>{text(credit.amount)}</Fig>
  if (least.amount === most.amount) return figure
  if (credit.amount === least.amount) return <u className="underline-offset-3">{figure}</u>
  return credit.amount === most.amount ? <b>{figure}</b> : figure
}
