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
import { inBrowser } from '../ui/in-browser'
import { readWritten } from '../ui/written'
import { CardsSkeleton } from './cards-skeleton'
import { COLUMNS } from './columns'
import { Hero } from './hero'
import type { DeferredProps, LeadProps, OverviewProps } from './overview-props'

// The goal is sent as HTML; tables and chart are cheaper to make in the browser, from the ledger that comes with it.
const Cards = inBrowser(
  dynamic(() => import('./cards'), { ssr: false, loading: CardsSkeleton }),
  CardsSkeleton,
)

/** ホーム: where the year lands, why it differs, this month's KPIs and what waits for whom, on one screen. */
export function Overview({ summary: text, ...rest }: OverviewProps) {
  const summary = readWritten(text)
  const props = { ...rest, summary }
  const { style } = rest
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
      <PageBody>{summary.hasFigures ? <Year {...props} /> : <NoPlan {...props} />}</PageBody>
    </>
  )
}

function Year({ packed, ...props }: DeferredProps) {
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
      <div className={COLUMNS}>
        <Hero {...props} />
        <Cards {...props} packed={packed} />
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
            <ButtonLink href={links.ownActuals}>{t('enter')}</ButtonLink>
          </>
        }
      >
        {t('empty.body')}
      </EmptyState>
    </Card>
  )
}
