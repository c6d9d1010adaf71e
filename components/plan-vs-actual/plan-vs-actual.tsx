'use client'

import { Table2, Target } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatFiscalYear } from '#lib/format'
import { belongs, hasPlan, type Ledger } from '#lib/plan-vs-actual/ledger'
import { sections } from '#lib/plan-vs-actual/sections'
import { PageBody } from '../shell/page-body'
import { Banner } from '../ui/banner'
import { ButtonLink } from '../ui/button-link'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { Controls } from './controls'
import { DepthSwitch } from './depth-switch'
import type { FigureStyle } from './figure-text'
import { VerdictLegend } from './legend'
import type { Links } from './screen-props'
import { ChartsSkeleton, TableSkeleton } from './skeletons'
import { Summary } from './summary'
import { useView } from './view'

const Charts = dynamic(() => import('./charts'), { ssr: false, loading: () => <ChartsSkeleton /> })
// A thousand cells are cheaper to make in the browser than to send: the page carries the ledger and the headline only.
const PlanVsActualTable = dynamic(() => import('./plan-vs-actual-table'), {
  ssr: false,
  loading: () => <TableSkeleton />,
})

export type PlanVsActualProps = {
  readonly ledger: Ledger
  readonly style: FigureStyle
  readonly links: Links
}

/** 予実: where the year stands, plan against actual by month, and the whole table. */
export function PlanVsActual({ ledger, style: usual, links }: PlanVsActualProps) {
  const t = useTranslations('plan-vs-actual')
  const view = useView(usual.unit)
  const style = useMemo(() => ({ ...usual, unit: view.unit }), [usual, view.unit])
  const screen = { ledger, style, view, links }
  const isPlanned = ledger.rows.some((row) => hasPlan(row))
  if (!ledger.rows.some(belongs)) return <NoPlan ledger={ledger} style={style} links={links} />
  return (
    <>
      <Controls ledger={ledger} style={style} view={view} />
      <PageBody wide>
        {!isPlanned && <NoPlanBanner ledger={ledger} style={style} links={links} />}
        {isPlanned && ledger.actualsThrough < 0 && <NoActualsBanner ledger={ledger} style={style} links={links} />}
        <Summary ledger={ledger} style={style} t={t} />
        <Charts {...screen} />
        <Card
          flush
          title={t('table.title')}
          hint={t('table.hint')}
          actions={
            <>
              <VerdictLegend thresholds={ledger.thresholds} style={style} t={t} />
              <DepthSwitch sections={sections(ledger)} view={view} />
            </>
          }
        >
          <PlanVsActualTable {...screen} />
        </Card>
      </PageBody>
    </>
  )
}

function NoPlan({ ledger, style, links }: PlanVsActualProps) {
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

function NoPlanBanner({ ledger, style, links }: PlanVsActualProps) {
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

function NoActualsBanner({ ledger, style, links }: PlanVsActualProps) {
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
