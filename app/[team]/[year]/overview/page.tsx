import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { Overview } from '#components/overview/overview'
import type { Effect } from '#lib/attribution/effect'
import { can, type Role } from '#lib/permissions'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { ClientMessages, type Shown } from '#server/client-messages'
import { requireTeam, type TeamPage } from '#server/session'
import type { OverviewAttribution } from '../../../../components/overview/overview-props'
import { usualAttribution } from '../attribution/usual'
import { yearFigures } from '../plan-vs-actual/ledger'
import { draftsOf } from './drafts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overview')
  return { title: t('title') }
}

/** What the head says, in part as 予実 does. */
const HEAD: readonly Shown[] = [
  ['overview', 'title', 'enter', 'hero', 'empty'],
  ['plan-vs-actual', 'basis', 'through', 'noActualsYet', 'verdicts'],
]

/** What the cards say. */
const CARDS: readonly Shown[] = [
  'overview',
  [
    'plan-vs-actual',
    ...['basis', 'through', 'noActualsYet', 'units', 'lines', 'periods', 'unknownChannel', 'rateName'],
    ...['verdicts', 'chart', 'table', 'notes', 'bridge'],
  ],
]

type View = ComponentProps<typeof Overview>['role']

/** Whose view of the year each role opens with; who only reads or runs the organisation sees the whole. */
const VIEW: Record<Role, View> = {
  marketer: 'marketing',
  sales_manager: 'sales',
  executive: 'executive',
  admin: 'executive',
  viewer: 'executive',
}

export default async function OverviewPage({ params }: PageProps<'/[team]/[year]/overview'>) {
  const { team: teamId, year: yearText } = await params
  const page = await requireTeam(teamId, yearText, 'actuals.read')
  const { session } = page
  const [figures, drafts, locale] = await Promise.all([yearFigures(page), draftsOf(page), getLocale()])
  const { packed, summary } = figures
  const attribution = VIEW[session.role] === 'executive' ? await attributionOf(page, figures.ledger) : null
  const { unit, currency, negativeStyle, timeZone } = session.org
  return (
    <ClientMessages of={HEAD} later={CARDS}>
      <Overview
        teamId={teamId}
        packed={packed}
        summary={summary}
        drafts={drafts.map(({ createdAt: _, ...draft }) => draft)}
        style={{ locale: locale === 'en' ? 'en' : 'ja', unit, currency, negativeStyle, timeZone }}
        attribution={attribution}
        links={linksOf(page, yearText)}
        role={VIEW[session.role]}
        rights={{
          approve: can(session, 'goal.approve'),
          activate: can(session, 'plan.activate'),
          enter: can(session, 'actuals.edit'),
          close: can(session, 'month.close'),
        }}
      />
    </ClientMessages>
  )
}

/** Revenue and ROI by channel, the very figures that the attribution screen opens with. */
async function attributionOf(page: TeamPage, ledger: Ledger): Promise<OverviewAttribution | null> {
  const found = await usualAttribution(page, ledger)
  if (found === null) return null
  const { model, href, summary } = found
  const creditedOf = (channelId: string, { credited, roi, cost }: Effect) => {
    return { channelId, amount: credited.amount, roi, isPartial: cost.missing.length > 0 }
  }
  return {
    ...{ model, href },
    channels: summary.effects.map((effect) => creditedOf(effect.channelId, effect)),
    total: creditedOf('total', summary.total),
  }
}

function linksOf({ session, team }: TeamPage, year: string) {
  const path = (id: string, screen: string) => `/${id}/${year}/${screen}`
  const teams = session.teams.map(({ id, name }) => {
    const links = { plan: path(id, 'plan'), actuals: path(id, 'actuals'), campaigns: path(id, 'campaigns') }
    return [id, { name, ...links }] as const
  })
  return {
    plan: path(team.id, 'plan'),
    planVsActual: path(team.id, 'plan-vs-actual'),
    ownActuals: path(team.id, 'actuals'),
    teams: Object.fromEntries(teams),
  }
}
