import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExportCard } from '#components/data/export-card'
import { ImportLink, ImportList } from '#components/data/import-list'
import { PageBody } from '#components/shell/page-body'
import { TopBar } from '#components/shell/top-bar'
import { Card } from '#components/ui/card'
import { TextLink } from '#components/ui/text-link'
import { withRealState } from '#db/imports/interrupted'
import { importsOf } from '#db/queries/imports'
import { formatDateTime } from '#lib/format'
import { can } from '#lib/permissions'
import { locale as ownLocale } from '#server/i18n'
import { requireSession } from '#server/session'
import { undoImportAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('data'))('title') }
}

export default async function DataPage() {
  const session = await requireSession('records.read')
  const [t, locale, listed] = await Promise.all([getTranslations('data'), ownLocale(), importsOf(session)])
  const imports = await withRealState(session, listed)
  const { timeZone } = session.org
  const edits = can(session, 'records.import')
  return (
    <>
      <TopBar title={t('title')} actions={edits && imports.length > 0 ? <ImportLink /> : undefined} />
      <PageBody>
        <ImportList
          imports={imports.map(({ id, kind, fileName, state, counts, by, createdAt }) => ({
            ...{ id, kind, fileName, state, counts, by },
            at: formatDateTime(createdAt, { locale, timeZone }),
          }))}
          undo={edits ? undoImportAction : null}
        />
        {can(session, 'account.merge') && (
          <Card title={t('accounts.title')}>
            <p className="pb-3 leading-text text-text-2">{t('accounts.hint')}</p>
            <TextLink href="/data/accounts">{t('accounts.open')}</TextLink>
          </Card>
        )}
        {edits && <ExportCard />}
      </PageBody>
    </>
  )
}
