import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatRate, formatYearMonth } from '#lib/format'
import { isMonth } from '#lib/month'
import { type ContributionRow, DIMENSIONS } from '#lib/pipeline/contribution'
import { ChannelName } from '../kpi/channel-dot'
import { CardTable } from '../table/card-table'
import { Card } from '../ui/card'
import { setFilter } from './contribution-card'
import { FigureLink } from './figure-link'
import { type PipelineFrame, recordsHref, viewHref } from './pipeline-props'
import { ViewLinks } from './view-links'
import { amountText, campaignName, channelOf, countText, orNone, unitText } from './words'

type BreakdownCardProps = PipelineFrame & { readonly rows: readonly ContributionRow[] }

/** 内訳: the same by channel, campaign, owner or month. */
export function BreakdownCard({ rows, ...frame }: BreakdownCardProps) {
  const t = useTranslations('pipeline')
  const { view, style } = frame
  const choice = <Key extends string>(keys: readonly Key[], param: 'by' | 'set', label: (key: Key) => string) =>
    keys.map((key) => ({ key, label: label(key), href: viewHref(frame, { by: view.by, set: view.set, [param]: key }) }))
  return (
    <Card
      flush
      title={t('breakdown.title')}
      hint={t('breakdown.hint', { unit: unitText(style) })}
      actions={
        <div className="flex flex-wrap gap-2">
          <ViewLinks
            small
            label={t('breakdown.which')}
            current={view.set}
            links={choice(['created', 'open', 'won'] as const, 'set', (key) => t(`sets.${key}`))}
          />
          <ViewLinks
            small
            label={t('breakdown.by')}
            current={view.by}
            links={choice(DIMENSIONS, 'by', (key) => t(`by.${key}`))}
          />
        </div>
      }
    >
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-text-2">{t('breakdown.none')}</p>
      ) : (
        <div className="overflow-x-auto">
          <CardTable
            isDense
            label={t('breakdown.title')}
            nameHeader={t(`by.${view.by}`)}
            columns={[
              { key: 'total', header: t('contribution.total') },
              { key: 'totalAmount', header: t('amount'), hiddenOnPhone: true },
              { key: 'sourced', header: t('contribution.sourced') },
              { key: 'sourcedAmount', header: t('amount') },
              { key: 'sourcedShare', header: t('contribution.share'), hiddenOnPhone: true },
              { key: 'influenced', header: t('contribution.influenced') },
              { key: 'influencedAmount', header: t('amount'), hiddenOnPhone: true },
            ]}
            rows={rows.map((row) => breakdownRow(row, frame, t))}
          />
        </div>
      )}
      {(view.by === 'channel' || view.by === 'campaign') && (
        <p className="border-t px-4 py-2.5 text-small leading-text text-text-2">{t('breakdown.overlap')}</p>
      )}
    </Card>
  )
}

type Words = ReturnType<typeof useTranslations<'pipeline'>>

function breakdownRow(row: ContributionRow, frame: PipelineFrame, t: Words) {
  const { style } = frame
  const own = filterOf(row.key, frame)
  const figure = (key: string, filter: Readonly<Record<string, string | null>>, count: number) => (
    <FigureLink
      key={key}
      href={recordsHref(frame, 'deals', { ...setFilter(frame.view.set, frame), ...filter })}
      count={count}
    >
      {countText(count, style)}
    </FigureLink>
  )
  return {
    key: row.key ?? 'none',
    name: nameOf(row.key, frame, t),
    cells: [
      figure('total', own, row.total.count),
      amountText(row.total.amount, style),
      figure('sourced', { ...own, sourced: 'yes' }, row.sourced.count),
      amountText(row.sourced.amount, style),
      formatRate(row.sourced.amountShare, style),
      figure('influenced', touchedBy(row.key, frame) ?? { ...own, influenced: 'yes' }, row.influenced.count),
      amountText(row.influenced.amount, style),
    ],
  }
}

/** The filter of a row, by the dimension that is shown. */
function filterOf(key: string | null, { view }: PipelineFrame): Record<string, string | null> {
  return view.by === 'month' ? { from: key, to: key } : { [view.by]: orNone(key) }
}

function touchedBy(key: string | null, { view }: PipelineFrame): Record<string, string | null> | null {
  if (view.by === 'channel') return { touchChannel: key }
  return view.by === 'campaign' ? { touchCampaign: key } : null
}

function nameOf(key: string | null, frame: PipelineFrame, t: Words): ReactNode {
  if (key === null) return <span className="text-text-2">{t(`none.${frame.view.by}`)}</span>
  if (frame.view.by === 'month') return isMonth(key) ? formatYearMonth(key, frame.style.locale) : key
  if (frame.view.by === 'campaign') return campaignName(frame, key) ?? t('gone')
  if (frame.view.by === 'owner') return key
  const channel = channelOf(frame, key)
  return channel ? <ChannelName colour={channel.colour}>{channel.name}</ChannelName> : t('gone')
}
