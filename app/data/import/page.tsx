import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportWizard } from '#components/data/import-wizard'
import { PageBody } from '#components/shell/page-body'
import { TopBar } from '#components/shell/top-bar'
import { campaignsOf } from '#db/queries/campaigns'
import { channels, stages } from '#db/queries/organisation'
import { can } from '#lib/permissions'
import { requireSession } from '#server/session'
import { checkAction, findValuesAction, inspectAction, jobAction, runAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('data'))('import') }
}

export default async function ImportPage() {
  const session = await requireSession('records.import')
  const [t, ownStages, ownChannels, campaigns] = await Promise.all([
    getTranslations('data'),
    stages(session),
    channels(session),
    Promise.all(session.teams.map((team) => campaignsOf(session, team.id))),
  ])
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name })
  const isCurrent = ({ archivedAt }: { readonly archivedAt: string | null }) => archivedAt === null
  return (
    <>
      <TopBar title={t('import')} />
      <PageBody>
        <ImportWizard
          stages={ownStages}
          own={{
            team: session.teams.map(named),
            channel: ownChannels.filter(isCurrent).map(named),
            campaign: campaigns.flat().filter(isCurrent).map(named),
          }}
          currency={session.org.currency}
          timeZone={session.org.timeZone}
          mayCreate={can(session, 'organisation.edit')}
          verbs={{
            inspect: inspectAction,
            findValues: findValuesAction,
            check: checkAction,
            run: runAction,
            job: jobAction,
          }}
        />
      </PageBody>
    </>
  )
}
