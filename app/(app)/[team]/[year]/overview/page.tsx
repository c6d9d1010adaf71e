import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Overview } from '#components/overview/overview'
import { ClientMessages } from '#server/client-messages'
import { requireTeam } from '#server/session'
import { ledgerFor } from '../plan-vs-actual/ledger'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overview')
  return { title: t('title') }
}

export default async function OverviewPage({ params }: PageProps<'/[team]/[year]/overview'>) {
  const { team: teamId, year: yearText } = await params
  const page = await requireTeam(teamId, yearText, 'actuals.read')
  const [ledger, locale] = await Promise.all([ledgerFor(page), getLocale()])
  const { org, teams } = page.session
  const path = (team: string, screen: string) => `/${team}/${yearText}/${screen}`
  return (
    <ClientMessages of={['overview', 'plan-vs-actual']}>
      <Overview
        teamId={teamId}
        ledger={ledger}
        style={{
          locale: locale === 'en' ? 'en' : 'ja',
          unit: org.unit,
          currency: org.currency,
          negativeStyle: org.negativeStyle,
        }}
        links={{
          plan: path(teamId, 'plan'),
          planVsActual: path(teamId, 'plan-vs-actual'),
          otherTeams: Object.fromEntries(
            teams.filter(({ id }) => id !== teamId).map(({ id, name }) => [id, { name, actuals: path(id, 'actuals') }]),
          ),
          ownActuals: path(teamId, 'actuals'),
        }}
      />
    </ClientMessages>
  )
}
