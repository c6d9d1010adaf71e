'use client'

import { useTranslations } from 'next-intl'
import { formatCount, formatMoney, moneyUnitLabel } from '#lib/format'
import { ChannelName } from '../kpi/channel-dot'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import type { CampaignsProps } from './campaigns-props'

const HEAD = 'tablet:w-36 px-2 text-right font-regular whitespace-nowrap first:pl-4 last:pr-4'
const CELL = 'border-t px-2 text-right whitespace-nowrap last:pr-4'

/** 未手当: what the goal asks of a scheduled channel beyond what its campaigns plan (DOMAIN §2 step 9). */
export function ScheduledCard({ scheduled, channels, style }: CampaignsProps) {
  const t = useTranslations('campaigns.scheduled')
  return (
    <Card flush title={t('title')} hint={t('hint')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section aria-label={t('title')} tabIndex={0} className="overflow-x-auto">
        <table aria-label={t('title')} className="w-full border-separate border-spacing-0 text-small">
          <thead>
            <tr className="h-6 text-micro text-text-3">
              <th scope="col" className="pr-2 pl-4 text-left font-regular">
                {t('channel')}
              </th>
              <th scope="col" className={`${HEAD} max-tablet:hidden`}>
                {t('planned')}
              </th>
              <th scope="col" className={HEAD}>
                {t('count')}
              </th>
              <th scope="col" className={HEAD}>
                {t('yen', { unit: moneyUnitLabel(style.unit, style) })}
              </th>
              <td className="w-36 max-tablet:hidden" />
            </tr>
          </thead>
          <tbody>
            {scheduled.map(({ key, channelId, teamName, planned, uncovered, href }) => {
              const channel = channels.find(({ id }) => id === channelId)
              const name = channel?.name ?? ''
              const shown = teamName === null ? name : t('of', { channel: name, team: teamName })
              return (
                <tr key={key} className="h-(--row-h)">
                  <th scope="row" className="border-t py-1 pr-2 pl-4 text-left font-regular">
                    <ChannelName colour={channel?.colour ?? 0}>{name}</ChannelName>
                    {teamName !== null && (
                      <span className="ml-2 text-text-3 max-tablet:ml-4.5 max-tablet:block">{teamName}</span>
                    )}
                  </th>
                  <td className={`${CELL} max-tablet:hidden`}>{formatCount(planned, style)}</td>
                  <td className={`${CELL} font-strong`}>
                    {uncovered.count === 0 ? t('covered') : formatCount(uncovered.count, style)}
                  </td>
                  <td className={CELL}>{formatMoney(uncovered.yen, style)}</td>
                  <td className={`${CELL} max-tablet:hidden`}>
                    <TextLink href={href} aria-label={t('toPlanOf', { channel: shown })}>
                      {t('toPlan')}
                    </TextLink>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </Card>
  )
}
