import { useTranslations } from 'next-intl'
import { PageBody } from '../shell/page-body'
import { TopBar } from '../shell/top-bar'
import { Chip } from '../ui/chip'
import { Skeleton } from '../ui/skeleton'
import { PLAN_COLUMNS } from './plan-props'

/** The screen's geometry while its code is on the way. */
export function PlanSkeleton() {
  const t = useTranslations('plan')
  return (
    <>
      <TopBar title={t('title')} state={<Chip>{t('basis')}</Chip>} />
      <PageBody>
        <div aria-hidden="true" className={PLAN_COLUMNS}>
          <Skeleton className="h-[1010px] rounded-3" />
          <Skeleton className="h-[1010px] rounded-3" />
        </div>
        <Skeleton className="h-[420px] rounded-3" />
      </PageBody>
    </>
  )
}
