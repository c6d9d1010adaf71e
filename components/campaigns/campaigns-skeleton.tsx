import { useTranslations } from 'next-intl'
import { PageBody } from '../shell/page-body'
import { TopBar } from '../shell/top-bar'
import { Skeleton } from '../ui/skeleton'

/** Calendar and list in their place while their code is on the way. */
export function CampaignsSkeleton() {
  const t = useTranslations('campaigns')
  return (
    <>
      <TopBar title={t('title')} />
      <PageBody>
        <Skeleton className="h-80 rounded-3" />
        <Skeleton className="h-[420px] rounded-3" />
      </PageBody>
    </>
  )
}
