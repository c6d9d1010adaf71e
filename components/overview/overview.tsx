'use client'

import { Target } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { formatFiscalYear, formatMonth } from '#lib/format'
import { PageBody } from '../shell/page-body'
import { TopBar } from '../shell/top-bar'
import { Banner } from '../ui/banner'
import { ButtonLink } from '../ui/button-link'
import { Card } from '../ui/card'
import { Chip } from '../ui/chip'
import { EmptyState } from '../ui/empty-state'
import { CardsSkeleton } from './cards-skeleton'
import { Hero } from './hero'
import type { DeferredProps, LeadProps } from './overview-props'

// The goal is sent as HTML; tables and chart are cheaper to make in the browser, from the ledger that comes with it.
const YearCards = dynamic(() => import('./year-cards'), {
  ssr: false,
  loading: () => <CardsSkeleton heights={[228, 250]} />,
})
const MonthCards = dynamic(() => import('./month-cards'), {
  ssr: false,
  loading: () => <CardsSkeleton heights={[290, 270, 200]} />,
})

/** ホーム: where the year lands, why it differs, this month's KPIs and what waits for whom, on one screen. */
export function Overview({ packedLedger, ...props }: DeferredProps) {
  const { summary, style } = props
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const boundary = summary.year.months[summary.actualsThrough]
  const state = (
    <>
      <Chip>{boundary ? words('through', { month: formatMonth(boundary, style.locale) }) : words('noActualsYet')}</Chip>
      <Chip>{words('basis')}</Chip>
    </>
  )
  return (
    <>
      <TopBar title={t('title')} state={state} />
      <PageBody>
        {summary.hasFigures ? <Cards {...props} packedLedger={packedLedger} /> : <NoPlan {...props} />}
      </PageBody>
    </>
  )
}

/** Both columns end on the same line: cards that can grow take what is left. In one column the cards' own order holds. */
const COLUMN = 'contents min-w-0 flex-col gap-3 laptop:flex'

function Cards({ packedLedger, ...props }: DeferredProps) {
  const { summary, style, links } = props
  const t = useTranslations('overview')
  return (
    <>
      {!summary.isPlanned && (
        <Banner
          title={t('empty.title', { year: formatFiscalYear(summary.year, style.locale) })}
          actions={<ButtonLink href={links.plan}>{t('empty.toPlan')}</ButtonLink>}
        >
          <p>{t('empty.withActuals')}</p>
        </Banner>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 laptop:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className={COLUMN}>
          <Hero {...props} />
          <YearCards {...props} packedLedger={packedLedger} />
        </div>
        <div className={COLUMN}>
          <MonthCards {...props} packedLedger={packedLedger} />
        </div>
      </div>
    </>
  )
}

function NoPlan({ summary, style, links }: LeadProps) {
  const t = useTranslations('overview')
  return (
    <Card>
      <EmptyState
        icon={<Target size={20} />}
        title={t('empty.title', { year: formatFiscalYear(summary.year, style.locale) })}
        actions={
          <>
            <ButtonLink href={links.plan} variant="primary">
              {t('empty.toPlan')}
            </ButtonLink>
            <ButtonLink href={links.ownActuals}>{t('tasks.enter')}</ButtonLink>
          </>
        }
      >
        {t('empty.body')}
      </EmptyState>
    </Card>
  )
}
