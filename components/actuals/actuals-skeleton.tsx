import { useTranslations } from 'next-intl'
import { PageBody } from '../shell/page-body'
import { TopBar } from '../shell/top-bar'
import { Chip } from '../ui/chip'
import { Skeleton } from '../ui/skeleton'
import { ACTUALS_COLUMNS } from './actuals-props'

/** The screen's geometry while its code is on the way. */
export function ActualsSkeleton() {
  const t = useTranslations('actuals')
  return (
    <>
      <TopBar title={t('title')} state={<Chip>{t('basis')}</Chip>} />
      <PageBody wide className={ACTUALS_COLUMNS}>
        <div
          aria-hidden="true"
          className="grid h-[calc(100dvh-var(--top-h)-36px)] min-h-60 content-start gap-3.5 overflow-hidden rounded-3 border bg-surface p-4 shadow-1"
        >
          {Array.from({ length: 18 }, (_, line) => `line ${line}`).map((line) => (
            <Skeleton key={line} className="h-3.5 w-full" />
          ))}
        </div>
        <Skeleton className="h-72 rounded-3 max-desktop:hidden" />
      </PageBody>
    </>
  )
}
