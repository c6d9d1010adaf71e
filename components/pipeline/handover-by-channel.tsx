import { useTranslations } from 'next-intl'
import { formatCount, formatRate } from '#lib/format'
import { HANDOVER_STATES, type Handover } from '#lib/pipeline/handover'
import { ChannelName } from '../kpi/channel-dot'
import { CardTable } from '../table/card-table'
import { Card } from '../ui/card'
import { FigureLink } from './figure-link'
import { passedHref } from './passed-href'
import type { PipelineFrame } from './pipeline-props'
import { channelOf, countText, orNone } from './words'

export type ChannelHandover = Handover & { readonly channelId: string | null }

/** 引き渡し by channel. */
export function ByChannelCard({
  rows,
  frame,
}: {
  readonly rows: readonly ChannelHandover[]
  readonly frame: PipelineFrame
}) {
  const t = useTranslations('pipeline')
  const { style } = frame
  return (
    <Card flush title={t('handover.byChannel')}>
      <div className="overflow-x-auto">
        <CardTable
          isDense
          label={t('handover.byChannel')}
          nameHeader={t('by.channel')}
          columns={[
            { key: 'passed', header: t('handover.passed') },
            ...HANDOVER_STATES.map((state) => ({
              ...{ key: state, header: t(`handover.states.${state}`) },
              hiddenOnPhone: state !== 'untouched',
            })),
            { key: 'inTimeRate', header: t('handover.inTimeRate') },
            { key: 'median', header: t('handover.medianDays'), hiddenOnPhone: true },
          ]}
          rows={rows.map((row) => {
            const channel = channelOf(frame, row.channelId)
            const link = (key: string, count: number, handover: string | null) => (
              <FigureLink key={key} href={passedHref(frame, { channel: row.channelId, handover })} count={count}>
                {countText(count, style)}
              </FigureLink>
            )
            return {
              key: orNone(row.channelId),
              name: channel ? <ChannelName colour={channel.colour}>{channel.name}</ChannelName> : t('gone'),
              cells: [
                link('passed', row.passed, null),
                ...HANDOVER_STATES.map((state) => link(state, row[state], state)),
                formatRate(row.inTimeRate, style),
                formatCount(row.response.p50, style),
              ],
            }
          })}
        />
      </div>
    </Card>
  )
}
