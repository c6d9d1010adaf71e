import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Campaigns } from '#components/campaigns/campaigns'
import { channels } from '#db/queries/organisation'
import { can } from '#lib/permissions'
import { ClientMessages } from '#server/client-messages'
import { requireTeam } from '#server/session'
import { today } from '#server/today'
import { usualAttribution } from '../attribution/usual'
import { yearFigures } from '../plan-vs-actual/ledger'
import { addCampaignAction, archiveCampaignAction, changeCampaignAction, restoreCampaignAction } from './actions'
import { channelsOf, itemsOf, rateColumnsOf, scheduledOf } from './view'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('campaigns'))('title') }
}

export default async function CampaignsPage({ params }: PageProps<'/[team]/[year]/campaigns'>) {
  const { team: teamId, year: yearText } = await params
  const page = await requireTeam(teamId, yearText, 'actuals.read')
  const { session, team, year } = page
  const [{ source, ledger }, ofChannels, language] = await Promise.all([
    yearFigures(page),
    channels(session),
    getLocale(),
  ])
  const locale = language === 'en' ? 'en' : 'ja'
  const teamName = (id: string) => session.teams.find((each) => each.id === id)?.name ?? ''
  const view = { source, ledger, channels: ofChannels, locale, teamName } as const
  const attribution = await usualAttribution(page, ledger)
  const credited =
    attribution && new Map(attribution.summary.campaigns.map((each) => [each.campaignId, each.credited.amount]))
  const items = itemsOf(view, credited)
  const isWhole = source.wholeOf !== null
  const { unit, currency, negativeStyle, timeZone } = session.org
  const verbs = {
    ...{ add: addCampaignAction, change: changeCampaignAction },
    ...{ archive: archiveCampaignAction, restore: restoreCampaignAction },
  }
  return (
    <ClientMessages of={['campaigns', 'errors']}>
      <Campaigns
        key={`${team.id} ${year.year}`}
        teamId={team.id}
        year={year}
        today={today(timeZone)}
        actualsThrough={ledger.actualsThrough}
        style={{ locale, unit, currency, negativeStyle }}
        channels={channelsOf(view)}
        rateColumns={rateColumnsOf(view, items)}
        items={items}
        scheduled={scheduledOf(view)}
        verbs={can(session, 'campaign.edit') && !isWhole ? verbs : null}
        attribution={attribution && { model: attribution.model, href: attribution.href }}
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
