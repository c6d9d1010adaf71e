'use client'

import { CalendarDays, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatFiscalYear, formatMonth } from '#lib/format'
import { PageBody } from '../shell/page-body'
import { TopBar } from '../shell/top-bar'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Chip } from '../ui/chip'
import { EmptyState } from '../ui/empty-state'
import { withLaterWords } from '../ui/later-words'
import { TextLink } from '../ui/text-link'
import { useUnpacked } from '../ui/unpacked'
import { ArchivedCard } from './archived-card'
import { CampaignDialog } from './campaign-dialog'
import { CampaignTable } from './campaign-table'
import type { CampaignItem, CampaignsProps, CampaignsYearProps } from './campaigns-props'
import { ScheduledCard } from './scheduled-card'
import { Timeline } from './timeline'

/** The screen in the browser, of the figures that the page sent. */
export default withLaterWords(function CampaignsYear({ packedSource, ...rest }: CampaignsYearProps) {
  return <Campaigns {...useUnpacked(packedSource)} {...rest} />
})

function Campaigns(props: CampaignsProps) {
  const { year, actualsThrough, style, items, scheduled, verbs, teams } = props
  const t = useTranslations('campaigns')
  const [edited, edit] = useState<CampaignItem | 'new' | null>(null)
  const planned = items.filter(({ campaign }) => campaign.archivedAt === null)
  const boundary = year.months[actualsThrough]
  const add = verbs && (
    <Button variant="primary" icon={<Plus aria-hidden="true" size={14} />} onClick={() => edit('new')}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <TopBar
        title={t('title')}
        state={
          <Chip>{boundary ? t('through', { month: formatMonth(boundary, style.locale) }) : t('noActualsYet')}</Chip>
        }
        actions={planned.length > 0 && add ? <span className="max-tablet:hidden">{add}</span> : undefined}
      />
      <PageBody>
        {teams.length > 0 && <Whole teams={teams} />}
        {planned.length === 0 ? (
          <Card title={t('calendar.title')}>
            <EmptyState
              icon={<CalendarDays size={20} />}
              title={t('empty.title', { year: formatFiscalYear(year, style.locale) })}
              actions={add}
            >
              {t(verbs ? 'empty.body' : 'empty.readOnly')}
            </EmptyState>
          </Card>
        ) : (
          <>
            <Timeline {...props} items={planned} />
            {scheduled.length > 0 && <ScheduledCard {...props} />}
            <CampaignTable {...props} items={planned} onChange={verbs && edit} />
          </>
        )}
        {planned.length === 0 && scheduled.length > 0 && <ScheduledCard {...props} />}
        <ArchivedCard {...props} />
      </PageBody>
      {verbs && <CampaignDialog {...props} verbs={verbs} edited={edited} onClose={() => edit(null)} />}
    </>
  )
}

function Whole({ teams }: Pick<CampaignsProps, 'teams'>) {
  const t = useTranslations('campaigns.whole')
  return (
    <Banner title={t('title')}>
      <p>{t('body')}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {teams.map(({ name, href }) => (
          <TextLink key={href} href={href}>
            {t('open', { team: name })}
          </TextLink>
        ))}
      </p>
    </Banner>
  )
}
