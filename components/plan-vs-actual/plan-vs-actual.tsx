'use client'

import { Table2, Target } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { YearSummary } from '#lib/forecast/year-summary'
import { formatFiscalYear } from '#lib/format'
import { PageBody } from '../shell/page-body'
import { Banner } from '../ui/banner'
import { ButtonLink } from '../ui/button-link'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { Controls } from './controls'
import type { FigureStyle } from './figure-text'
import type { LandingEditing, Links } from './screen-props'
import { FiguresSkeleton } from './skeletons'
import { Summary } from './summary'
import { useLedger } from './use-ledger'
import { useView } from './view'

// A thousand cells and two charts are cheaper to make in the browser than to send: the page carries the ledger's text.
const Figures = dynamic(() => import('./figures'), { ssr: false, loading: () => <FiguresSkeleton /> })

export type PlanVsActualProps = {
  /** The ledger as text (lib/repeats). */
  readonly ledgerText: string
  /** Of this ledger, as the server has computed it. */
  readonly summary: YearSummary
  /** As the months were closed; null while none is. */
  readonly closedSummary: YearSummary | null
  readonly style: FigureStyle
  readonly links: Links
  /** Null: this person only reads. */
  readonly landing: LandingEditing | null
}

/** 予実: where the year stands and lands, why, and the whole table. */
export function PlanVsActual({ ledgerText, summary: latest, closedSummary, ...rest }: PlanVsActualProps) {
  const { style: usual, links, landing } = rest
  const readLedger = useLedger(ledgerText)
  const t = useTranslations('plan-vs-actual')
  const view = useView(usual.unit)
  const style = useMemo(() => ({ ...usual, unit: view.unit }), [usual, view.unit])
  const closed = view.asOf === 'closed' ? closedSummary : null
  const summary = closed ?? latest
  if (!summary.hasFigures) return <NoPlan summary={summary} style={style} links={links} />
  return (
    <>
      <Controls summary={summary} style={style} view={view} />
      <PageBody wide>
        {!summary.isPlanned && <NoPlanBanner summary={summary} style={style} links={links} />}
        {summary.isPlanned && summary.actualsThrough < 0 && (
          <NoActualsBanner summary={summary} style={style} links={links} />
        )}
        <Summary {...{ summary, readLedger, style, links, t }} />
        <Figures {...{ readLedger, style, view, links, landing }} isFrozen={closed !== null} />
      </PageBody>
    </>
  )
}

type EmptyProps = Pick<PlanVsActualProps, 'summary' | 'style' | 'links'>

function NoPlan({ summary, style, links }: EmptyProps) {
  const t = useTranslations('plan-vs-actual')
  return (
    <>
      <Controls summary={summary} style={style} view={null} />
      <PageBody>
        <Card>
          <EmptyState
            icon={<Target size={20} />}
            title={t('empty.noPlanTitle', { year: formatFiscalYear(summary.year, style.locale) })}
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

function NoPlanBanner({ summary, style, links }: EmptyProps) {
  const t = useTranslations('plan-vs-actual')
  return (
    <Banner
      title={t('empty.noPlanTitle', { year: formatFiscalYear(summary.year, style.locale) })}
      actions={<ButtonLink href={links.plan}>{t('empty.toPlan')}</ButtonLink>}
    >
      <p>{t('empty.noPlanWithActuals')}</p>
    </Banner>
  )
}

function NoActualsBanner({ summary, style, links }: EmptyProps) {
  const t = useTranslations('plan-vs-actual')
  return (
    <Banner
      title={t('empty.noActualsTitle', { year: formatFiscalYear(summary.year, style.locale) })}
      actions={<ButtonLink href={links.actuals}>{t('empty.toActuals')}</ButtonLink>}
    >
      <p>{t('empty.noActualsBody')}</p>
    </Banner>
  )
}
