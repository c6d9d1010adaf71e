'use client'

import { Table2, Target } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { type Headline, headlineOf } from '#lib/forecast/headline'
import { formatFiscalYear } from '#lib/format'
import { asClosed } from '#lib/plan-vs-actual/as-closed'
import { belongs, hasPlan, type Ledger } from '#lib/plan-vs-actual/ledger'
import { PageBody } from '../shell/page-body'
import { Banner } from '../ui/banner'
import { ButtonLink } from '../ui/button-link'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { Controls } from './controls'
import type { FigureStyle } from './figure-text'
import type { LandingEditing, Links } from './screen-props'
import { ChartsSkeleton, TableSkeleton } from './skeletons'
import { Summary } from './summary'
import { useLedger } from './use-ledger'
import { useView } from './view'

const Charts = dynamic(() => import('./charts'), { ssr: false, loading: () => <ChartsSkeleton /> })
// A thousand cells are cheaper to make in the browser than to send: the page carries the ledger and the headline only.
const TableCard = dynamic(() => import('./table-card'), { ssr: false, loading: () => <TableSkeleton /> })
const CampaignCard = dynamic(() => import('./campaign-card'), { ssr: false })

export type PlanVsActualProps = {
  /** The ledger as JSON. */
  readonly ledgerText: string
  /** Of this ledger, as the server has computed it. */
  readonly headline: Headline | null
  readonly style: FigureStyle
  readonly links: Links
  /** Null: this person only reads. */
  readonly landing: LandingEditing | null
}

/** 予実: where the year stands and lands, why, and the whole table. */
export function PlanVsActual({ ledgerText, headline, style: usual, links, landing }: PlanVsActualProps) {
  const latest = useLedger(ledgerText)
  const t = useTranslations('plan-vs-actual')
  const view = useView(usual.unit)
  const style = useMemo(() => ({ ...usual, unit: view.unit }), [usual, view.unit])
  const isFrozen = view.asOf === 'closed' && latest.closedThrough >= 0
  const ledger = isFrozen ? asClosed(latest) : latest
  const screen = { ledger, style, view, links, landing }
  const isPlanned = ledger.rows.some((row) => hasPlan(row))
  if (!ledger.rows.some(belongs)) return <NoPlan ledger={ledger} style={style} links={links} />
  return (
    <>
      <Controls ledger={ledger} style={style} view={view} />
      <PageBody wide>
        {!isPlanned && <NoPlanBanner ledger={ledger} style={style} links={links} />}
        {isPlanned && ledger.actualsThrough < 0 && <NoActualsBanner ledger={ledger} style={style} links={links} />}
        <Summary
          ledger={ledger}
          headline={isFrozen ? headlineOf(ledger) : headline}
          style={style}
          links={links}
          t={t}
        />
        <Charts {...screen} />
        <TableCard {...screen} />
        {ledger.campaigns.length > 0 && <CampaignCard {...screen} />}
      </PageBody>
    </>
  )
}

type EmptyProps = Pick<PlanVsActualProps, 'style' | 'links'> & { readonly ledger: Ledger }

function NoPlan({ ledger, style, links }: EmptyProps) {
  const t = useTranslations('plan-vs-actual')
  return (
    <>
      <Controls ledger={ledger} style={style} view={null} />
      <PageBody>
        <Card>
          <EmptyState
            icon={<Target size={20} />}
            title={t('empty.noPlanTitle', { year: formatFiscalYear(ledger.year, style.locale) })}
            actions={
              <>
                <ButtonLink href={links.plan} variant="primary">
                  {t('empty.toPlan')}
                </ButtonLink>
                <ButtonLink href={links.actuals} icon={<Table2 aria-hidden="true" size={14} />}>
                  {t('empty.toActuals')}
                </ButtonLink>
              </>
            }
          >
            {t('empty.noPlanBody')}
          </EmptyState>
        </Card>
      </PageBody>
    </>
  )
}

function NoPlanBanner({ ledger, style, links }: EmptyProps) {
  const t = useTranslations('plan-vs-actual')
  return (
    <Banner
      title={t('empty.noPlanTitle', { year: formatFiscalYear(ledger.year, style.locale) })}
      actions={<ButtonLink href={links.plan}>{t('empty.toPlan')}</ButtonLink>}
    >
      <p>{t('empty.noPlanWithActuals')}</p>
    </Banner>
  )
}

function NoActualsBanner({ ledger, style, links }: EmptyProps) {
  const t = useTranslations('plan-vs-actual')
  return (
    <Banner
      title={t('empty.noActualsTitle', { year: formatFiscalYear(ledger.year, style.locale) })}
      actions={<ButtonLink href={links.actuals}>{t('empty.toActuals')}</ButtonLink>}
    >
      <p>{t('empty.noActualsBody')}</p>
    </Banner>
  )
}
