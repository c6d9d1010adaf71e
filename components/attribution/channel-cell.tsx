import { useTranslations } from 'next-intl'
import { ChannelDot } from '../kpi/channel-dot'
import { Link } from '../ui/link'
import { type AttributionFrame, attributionHref, channelOf } from './attribution-props'

/** A channel's name, which opens its deals below. */
export function ChannelCell({ frame, channelId }: { readonly frame: AttributionFrame; readonly channelId: string }) {
  const t = useTranslations('attribution')
  const { name, colour } = channelOf(frame, channelId) ?? { name: t('gone'), colour: 0 }
  return (
    <Link
      href={attributionHref(frame, { channel: channelId, campaign: null, deal: null }, '#deals')}
      title={t('deals.open', { name })}
      className="inline-flex items-center gap-2 underline decoration-border-control decoration-dotted underline-offset-3 hover:text-accent hover:decoration-accent hover:decoration-solid"
    >
      <ChannelDot colour={colour} />
      {name}
    </Link>
  )
}
