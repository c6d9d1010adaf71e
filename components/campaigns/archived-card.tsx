'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { daysText } from './campaign-text'
import type { CampaignsProps } from './campaigns-props'
import { useCampaignVerb } from './use-campaign-verb'

/** Campaigns of the year that were archived, each with its way back. */
export function ArchivedCard({ items, channels, style, verbs }: CampaignsProps) {
  const t = useTranslations('campaigns.archived')
  const done = useTranslations('campaigns.done')
  const { run, pending } = useCampaignVerb()
  const archived = items.filter(({ campaign }) => campaign.archivedAt !== null)
  if (archived.length === 0) return null
  return (
    <Card flush title={t('title')} hint={t('hint')}>
      <ul>
        {archived.map(({ campaign: { id, name, channelId, startsOn, endsOn } }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t px-4 py-1.5">
            <span className="text-text-2">{name}</span>
            <span className="text-small text-text-3">
              {channels.find((channel) => channel.id === channelId)?.name} {daysText(startsOn, endsOn, style.locale)}
            </span>
            {verbs && (
              <Button
                variant="text"
                className="ml-auto"
                pending={pending}
                onClick={() => run(() => verbs.restore({ campaignId: id }), { message: done('restored', { name }) })}
                aria-label={t('restoreOf', { name })}
              >
                {t('restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
