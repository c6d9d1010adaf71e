'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { type CampaignResult, campaignResults } from '#lib/forecast/campaign-results'
import { formatMonths } from '#lib/format'
import { DataTable } from '../table/data-table'
import { Card } from '../ui/card'
import { campaignColumns } from './campaign-columns'
import type { ScreenProps } from './screen-props'

const rowId = ({ campaign }: CampaignResult) => campaign.id

/** 施策の成果: what each campaign planned and brought, its rates as a cohort, and which of them are not ripe yet. */
export function CampaignCard({ ledger, style }: ScreenProps) {
  const t = useTranslations('plan-vs-actual')
  const results = useMemo(() => shownResults(ledger), [ledger])
  const columns = useMemo(() => campaignColumns(results, { ledger, style, t }), [results, ledger, style, t])
  const { months } = ledger.year
  const through = months[ledger.actualsThrough]
  const hasUnripe = results.some(({ transitions }) => transitions.some((each) => each.isUnripe))
  return (
    <Card
      flush
      title={t('campaigns.title')}
      hint={through && t('campaigns.hint', { month: formatMonths(through, through, style.locale) })}
    >
      <DataTable
        label={t('campaigns.title')}
        columns={columns}
        rows={results}
        rowId={rowId}
        compact
        footnote={
          <>
            <p>{t('campaigns.basis')}</p>
            {hasUnripe && <p>{t('campaigns.unripeNote')}</p>}
          </>
        }
      />
    </Card>
  )
}

/** Campaigns of this year, and earlier ones whose people are in view; by channel, the earliest first. */
function shownResults(ledger: ScreenProps['ledger']): CampaignResult[] {
  const place = ({ campaign }: CampaignResult) => ledger.channels.findIndex(({ id }) => id === campaign.channelId)
  return campaignResults(ledger)
    .filter(({ campaign, entries }) => campaign.startsOn >= ledger.year.first || (entries ?? 0) > 0)
    .sort((a, b) => place(a) - place(b) || (a.campaign.startsOn < b.campaign.startsOn ? -1 : 1))
}
