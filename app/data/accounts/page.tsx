import { Building2 } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountGroups } from '#components/accounts/account-groups'
import { AccountSearch } from '#components/accounts/account-search'
import { MergeHistory } from '#components/accounts/merge-history'
import { PageBody } from '#components/shell/page-body'
import { TopBar } from '#components/shell/top-bar'
import { Card } from '#components/ui/card'
import { EmptyState } from '#components/ui/empty-state'
import { accountMergesOf, accountsNamed, probableDuplicates } from '#db/queries/accounts'
import { formatDateTime } from '#lib/format'
import { locale as ownLocale } from '#server/i18n'
import { requireSession } from '#server/session'
import { mergeAccountsAction, undoAccountMergeAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('data'))('accounts.title') }
}

const VERBS = { merge: mergeAccountsAction, undo: undoAccountMergeAction }

export default async function AccountsPage({ searchParams }: PageProps<'/data/accounts'>) {
  const session = await requireSession('account.merge')
  const { q } = await searchParams
  const query = (typeof q === 'string' ? q : '').trim().slice(0, 200)
  const [t, locale, groups, found, merges] = await Promise.all([
    getTranslations('data.accounts'),
    ownLocale(),
    probableDuplicates(session),
    accountsNamed(session, query),
    accountMergesOf(session),
  ])
  const { timeZone } = session.org
  return (
    <>
      <TopBar title={t('title')} />
      <PageBody>
        <Card title={t('duplicates')} hint={groups.length > 0 ? t('duplicatesHint') : undefined} flush>
          {groups.length === 0 ? (
            <EmptyState icon={<Building2 size={20} strokeWidth={1.6} />} title={t('none')}>
              {t('noneHint')}
            </EmptyState>
          ) : (
            <AccountGroups label={t('duplicates')} groups={groups} verbs={VERBS} />
          )}
        </Card>
        <AccountSearch query={query} found={found} verbs={VERBS} />
        <MergeHistory
          merges={merges.map((merge) => ({ ...merge, at: formatDateTime(merge.at, { locale, timeZone }) }))}
          undo={VERBS.undo}
        />
      </PageBody>
    </>
  )
}
