'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { GridSection } from '#lib/actuals/grid'
import { ChannelDot } from '../kpi/channel-dot'
import { classes } from '../ui/classes'

type SectionHeadProps = {
  readonly section: GridSection
  readonly unfolded: boolean
  readonly onFold: (channelId: string) => void
}

/** The channel above its rows, with its campaigns to unfold; without one, the revenue that no channel brings. */
export function SectionHead({ section, unfolded, onFold }: SectionHeadProps) {
  const t = useTranslations('actuals')
  const { channel, campaigns } = section
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={2}
        className="sticky left-0 z-10 h-6.5 border-b bg-surface-3 pl-3 text-left font-strong whitespace-nowrap"
      >
        <span className="flex items-center gap-2">
          {channel !== null && <ChannelDot colour={channel.colour} />}
          <span className="max-w-32 truncate">{channel?.name ?? t('otherRevenue')}</span>
        </span>
      </th>
      <td colSpan={13} className="border-b bg-surface-3">
        {channel !== null && campaigns.length > 0 && (
          <button
            type="button"
            aria-expanded={unfolded}
            onClick={() => onFold(channel.id)}
            className="sticky left-40 flex h-6 items-center gap-1 rounded-1 px-1.5 text-small text-accent hover:underline pointer-coarse:h-11"
          >
            <ChevronRight aria-hidden="true" size={13} className={classes(unfolded && 'rotate-90')} />
            <span className="sr-only">{channel.name} </span>
            {t('byCampaign', { count: campaigns.length })}
          </button>
        )}
      </td>
    </tr>
  )
}

/** One run of the channel above its rows, with its days. */
export function CampaignHead({ name, days }: { readonly name: string; readonly days: string }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={15} className="h-6.5 border-b bg-surface-2 text-left text-small font-regular">
        <span className="sticky left-9 inline-flex max-w-100 items-baseline gap-3 max-tablet:max-w-70">
          <span className="truncate text-text-2">{name}</span>
          <small className="whitespace-nowrap text-text-3">{days}</small>
        </span>
      </th>
    </tr>
  )
}
