import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CampaignsScreen } from '#components/campaigns/campaigns-screen'
import { NUMBER_FAULTS } from '#lib/input/number'
import { can } from '#lib/permissions'
import { ClientMessages } from '#server/client-messages'
import { requireTeam } from '#server/session'
import { addCampaignAction, archiveCampaignAction, changeCampaignAction, restoreCampaignAction } from './actions'
import { yearCampaigns } from './source'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('campaigns'))('title') }
}

export default async function CampaignsPage({ params }: PageProps<'/[team]/[year]/campaigns'>) {
  const { team: teamId, year: yearText } = await params
  const page = await requireTeam(teamId, yearText, 'actuals.read')
  const { session, team, year } = page
  const locale = (await getLocale()) === 'en' ? 'en' : 'ja'
  const { packed, isWhole } = await yearCampaigns(page, locale)
  const { unit, currency, negativeStyle } = session.org
  const verbs = {
    ...{ add: addCampaignAction, change: changeCampaignAction },
    ...{ archive: archiveCampaignAction, restore: restoreCampaignAction },
  }
  return (
    <ClientMessages of={[['campaigns', 'title']]} later={['campaigns', ['errors', ...NUMBER_FAULTS]]}>
      <CampaignsScreen
        key={`${team.id} ${year.year}`}
        teamId={team.id}
        year={year}
        packedSource={packed}
        style={{ locale, unit, currency, negativeStyle }}
        verbs={can(session, 'campaign.edit') && !isWhole ? verbs : null}
        teams={
          isWhole
            ? session.teams
                .filter(({ id }) => id !== team.id)
                .map(({ id, name }) => ({ name, href: `/${id}/${yearText}/campaigns` }))
            : []
        }
      />
    </ClientMessages>
  )
}
