'use client'

import { useTranslations } from 'next-intl'
import type { GridSection } from '#lib/actuals/grid'
import { ChannelDot } from '../kpi/channel-dot'

/** The channel above its rows; without one, the revenue that no channel brings. */
export function SectionHead({ channel }: Pick<GridSection, 'channel'>) {
  const t = useTranslations('actuals')
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
      <td colSpan={13} className="border-b bg-surface-3" />
    </tr>
  )
}
