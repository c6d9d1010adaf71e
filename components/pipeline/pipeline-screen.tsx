'use client'

import { Filter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDate } from '#lib/format'
import { PIPELINE_PERIODS, PIPELINE_VIEWS } from '#lib/input/pipeline'
import { PageBody } from '../shell/page-body'
import { TopBar } from '../shell/top-bar'
import { ButtonLink } from '../ui/button-link'
import { Card } from '../ui/card'
import { Chip } from '../ui/chip'
import { EmptyState } from '../ui/empty-state'
import { OwnerFilter } from './owner-filter'
import { type PipelineFrame, viewHref } from './pipeline-props'
import { ViewLinks } from './view-links'

type PipelineScreenProps = {
  readonly frame: PipelineFrame
  /** Whether the period limits this view. */
  readonly hasPeriod: boolean
  readonly children: ReactNode
}

/** パイプライン: the head of every view, and the view below it. */
export function PipelineScreen({ frame, hasPeriod, children }: PipelineScreenProps) {
  const t = useTranslations('pipeline')
  const { view, today, style } = frame
  return (
    <>
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
        {children}
      </PageBody>
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
