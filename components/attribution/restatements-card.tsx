import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type CreditRestatement, causesOf, type RestatedSide } from '#lib/attribution/restatement'
import type { AttributionSummary } from '#lib/attribution/summary'
import { formatDateTime, formatMoney, formatYearMonth } from '#lib/format'
import { ChannelName } from '../kpi/channel-dot'
import { type CardRow, ScrollingCardTable } from '../table/card-table'
import { Card } from '../ui/card'
import { type AttributionFrame, channelOf } from './attribution-props'
import { wholeText } from './words'

type RestatementsCardProps = {
  readonly frame: AttributionFrame
  readonly summary: AttributionSummary
  readonly restatements: readonly CreditRestatement[]
}

/** 締め後の訂正: deals of closed months that records changed since: before, after, why. The frozen figures stay. */
export function RestatementsCard({ frame, summary, restatements }: RestatementsCardProps) {
  const t = useTranslations('attribution')
  const { style, timeZone } = frame
  const side = (of: RestatedSide | null) =>
    of === null
      ? t('restatements.absent')
      : t('restatements.side', { amount: wholeText(of.amount, style), touches: of.touches })
  const rowOf = (restatement: CreditRestatement): CardRow => {
    const { id, month, basis, name, account, before, after, at } = restatement
    return {
      key: id,
      name: (
        <span className="inline-flex items-center gap-1.5">
          <Lock aria-hidden="true" size={11} className="text-text-3" />
          {formatYearMonth(month, style.locale)}
          <span className="text-text-3">{t(`restatements.bases.${basis}`)}</span>
        </span>
      ),
      cells: [
        <span key="deal" className="block max-w-90 truncate max-tablet:max-w-32">
          {name === null ? t('gone') : [account, name].filter(Boolean).join(t('separator'))}
        </span>,
        side(before),
        side(after),
        formatMoney((after?.amount ?? 0) - (before?.amount ?? 0), { ...style, unit: 'yen', signed: true }),
        <ul key="why">
          {causesOf(restatement).map((cause) => (
            <li key={cause}>{t(`restatements.causes.${cause}`)}</li>
          ))}
        </ul>,
        formatDateTime(at, { locale: style.locale, timeZone }),
      ],
    }
  }
  return (
    <Card flush title={t('restatements.title')} hint={t('restatements.hint')}>
      <ScrollingCardTable
        label={t('restatements.title')}
        nameHeader={t('restatements.month')}
        columns={[
          { key: 'deal', header: t('deals.deal'), align: 'start' },
          { key: 'before', header: t('restatements.before') },
          { key: 'after', header: t('restatements.after') },
          { key: 'difference', header: t('restatements.difference'), hiddenOnPhone: true },
          { key: 'why', header: t('restatements.why'), align: 'start' },
          { key: 'at', header: t('restatements.at'), align: 'start', hiddenOnPhone: true },
        ]}
        rows={restatements.map(rowOf)}
      />
      <ByChannel frame={frame} summary={summary} />
      <p className="border-t px-4 py-2.5 text-small leading-text text-text-2">{t('restatements.note')}</p>
    </Card>
  )
}

/** What the channels were credited with when their months were closed, and would be by today's records. */
function ByChannel({ frame, summary: { restated } }: Pick<RestatementsCardProps, 'frame' | 'summary'>) {
  const t = useTranslations('attribution')
  const { style, model } = frame
  if (restated.length === 0 || model === 'markov') return null
  return (
    <div className="border-t pt-2">
      <ScrollingCardTable
        label={t('restatements.byChannel')}
        nameHeader={t('restatements.byChannel')}
        columns={[
          { key: 'frozen', header: t('restatements.frozen') },
          { key: 'live', header: t('restatements.live') },
          { key: 'difference', header: t('restatements.difference') },
        ]}
        rows={restated.map(({ channelId, frozen, live }) => ({
          key: channelId ?? 'none',
          name: (
            <ChannelName colour={channelOf(frame, channelId)?.colour ?? 0}>
              {channelId === null ? t('noTouch') : (channelOf(frame, channelId)?.name ?? t('gone'))}
            </ChannelName>
          ),
          cells: [
            <b key="frozen">{wholeText(frozen.amount, style)}</b>,
            wholeText(live.amount, style),
            formatMoney(live.amount - frozen.amount, { ...style, unit: 'yen', signed: true }),
          ],
        }))}
      />
    </div>
  )
}
