'use client'

import { Filter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDate } from '#lib/format'
import { PIPELINE_PERIODS, PIPELINE_VIEWS } from '#lib/input/pipeline'
import type { Written } from '#lib/packed'
import { PageBody } from '../shell/page-body'
import { TopBar } from '../shell/top-bar'
import { ButtonLink } from '../ui/button-link'
import { Card } from '../ui/card'
import { Chip } from '../ui/chip'
import { EmptyState } from '../ui/empty-state'
import { inBrowser } from '../ui/in-browser'
import { readWritten } from '../ui/written'
import { OwnerFilter } from './owner-filter'
import { PipelineFrameProvider } from './pipeline-frame'
import { type PipelineFrame, viewHref } from './pipeline-props'
import { ViewLinks } from './view-links'

// A dozen addresses, each with all other limits: cheaper to make in the browser, as all below them is.
const Limits = inBrowser(LimitsOfView, () => <span className="h-8 max-tablet:h-18" />)

type PipelineScreenProps = {
  readonly frame: Written<PipelineFrame>
  /** Whether the period limits this view. */
  readonly hasPeriod: boolean
  readonly children: ReactNode
}

/** パイプライン: the head of every view, and the view below it. */
export function PipelineScreen({ frame: text, hasPeriod, children }: PipelineScreenProps) {
  const t = useTranslations('pipeline')
  const frame = readWritten(text)
  const { today, style } = frame
  return (
    <PipelineFrameProvider value={frame}>
      <TopBar
        title={t('title')}
        state={
          <>
            <Chip>{t('asOf', { date: formatDate(today, style.locale) })}</Chip>
            <Chip>{t('basis')}</Chip>
          </>
        }
      />
      <PageBody>
        <Limits frame={frame} hasPeriod={hasPeriod} />
        {children}
      </PageBody>
    </PipelineFrameProvider>
  )
}

type LimitsProps = { readonly frame: PipelineFrame; readonly hasPeriod: boolean }

/** Which view, of which period, of whose opportunities. */
function LimitsOfView({ frame, hasPeriod }: LimitsProps) {
  const t = useTranslations('pipeline')
  const { view } = frame
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ViewLinks
          label={t('views.label')}
          current={view.view}
          links={PIPELINE_VIEWS.map((key) => ({
            key,
            label: t(`views.${key}`),
            href: viewHref(frame, { view: key }),
          }))}
        />
        {hasPeriod && (
          <ViewLinks
            label={t('period')}
            current={frame.period.key}
            links={PIPELINE_PERIODS.map((period) => ({
              ...{ key: period, label: t(`periods.${period}`) },
              href: viewHref(frame, { view: view.view, by: view.by, set: view.set, period }),
            }))}
          />
        )}
      </div>
      {hasPeriod && view.view === 'summary' && frame.owners.length > 0 && <OwnerFilter {...frame} />}
    </>
  )
}

/** Before the first record: what is missing, what it would give, and the way there. */
export function NoRecords({ mayImport }: { readonly mayImport: boolean }) {
  const t = useTranslations('pipeline')
  return (
    <Card title={t('title')}>
      <EmptyState
        icon={<Filter size={20} />}
        title={t('empty.title')}
        actions={
          mayImport && (
            <ButtonLink href="/data" variant="primary">
              {t('empty.toImport')}
            </ButtonLink>
          )
        }
      >
        {t(mayImport ? 'empty.body' : 'empty.bodyReader')}
      </EmptyState>
    </Card>
  )
}
