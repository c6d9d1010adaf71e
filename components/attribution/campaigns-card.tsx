import { useTranslations } from 'next-intl'
import type { AttributionSummary } from '#lib/attribution/summary'
import { formatRatio } from '#lib/format'
import { ChannelDot } from '../kpi/channel-dot'
import { ScrollingCardTable } from '../table/card-table'
import { PartialCell } from '../table/cells'
import { Card } from '../ui/card'
import { Link } from '../ui/link'
import { TextLink } from '../ui/text-link'
import { type AttributionFrame, attributionHref, campaignNameOf, channelOf } from './attribution-props'
import { amountText, dealsText, unitLabel } from './words'

type CampaignsCardProps = { readonly frame: AttributionFrame; readonly summary: AttributionSummary }

/** So many are shown; the rest stands with their channel. */
const MOST = 12

/** 施策: which runs of the channels brought the revenue. */
export function CampaignsCard({ frame, summary: { campaigns } }: CampaignsCardProps) {
  const t = useTranslations('attribution')
  const { style, model, view } = frame
  const ofChannel = campaigns.filter(({ channelId }) => view.channel === null || channelId === view.channel)
  const shown = ofChannel.slice(0, MOST)
  const nothing = model === 'markov' ? 'markov' : view.channel === null ? 'none' : 'noneOfChannel'
  return (
    <Card
      flush
      title={t('campaigns.title')}
      hint={t('campaigns.hint', { model: t(`models.${model}`), unit: unitLabel(style) })}
      actions={<TextLink href={frame.path.replace(/attribution$/, 'campaigns')}>{t('campaigns.link')}</TextLink>}
    >
      {model === 'markov' || shown.length === 0 ? (
        <p className="px-4 pb-4 text-text-2">{t(`campaigns.${nothing}`)}</p>
      ) : (
        <ScrollingCardTable
          label={t('campaigns.title')}
          nameHeader={t('campaign')}
          columns={[
            { key: 'revenue', header: t('effect.revenue') },
            { key: 'won', header: t('pipeline.won'), hiddenOnPhone: true },
            { key: 'cost', header: t('effect.cost'), hiddenOnPhone: true },
            { key: 'roi', header: 'ROI' },
          ]}
          rows={shown.map(({ campaignId, channelId, credited, cost, roi }) => ({
            key: campaignId,
            isOpen: view.campaign === campaignId,
            name: (
              <Link
                href={attributionHref(frame, { channel: channelId, campaign: campaignId, deal: null }, '#deals')}
                className="inline-flex max-w-60 items-center gap-2 underline decoration-border-control decoration-dotted underline-offset-3 hover:text-accent hover:decoration-solid max-tablet:max-w-44"
              >
                <ChannelDot colour={channelOf(frame, channelId)?.colour ?? 0} />
                <span className="truncate">{campaignNameOf(frame, campaignId) ?? t('gone')}</span>
              </Link>
            ),
            cells: [
              <b key="revenue" data-figure={`campaign|${campaignId}`} tabIndex={-1}>
                {amountText(credited.amount, style)}
              </b>,
              dealsText(credited.dealParts, style),
              cost.missing.length > 0 && cost.amount !== null ? (
                <PartialCell key="cost" meaning={t('effect.partial')}>
                  {amountText(cost.amount, style)}
                </PartialCell>
              ) : (
                amountText(cost.amount, style)
              ),
              formatRatio(roi, { ...style, signed: true }),
            ],
          }))}
        />
      )}
      <p className="border-t px-4 py-2.5 text-small leading-text text-text-2">
        {t('campaigns.note')}
        {ofChannel.length > shown.length && ` ${t('campaigns.more', { count: ofChannel.length - shown.length })}`}
      </p>
    </Card>
  )
}
