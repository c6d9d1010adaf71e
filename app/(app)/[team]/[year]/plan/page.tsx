import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PlanScreen } from '#components/plan/plan-screen'
import { channels, stages, teams } from '#db/queries/organisation'
import { activePlans, planVersions } from '#db/queries/plans'
import { scenarioOf } from '#lib/funnel/draft'
import { planFigures } from '#lib/funnel/plan'
import { metricOf } from '#lib/metrics'
import { can } from '#lib/permissions'
import { ClientMessages } from '#server/client-messages'
import { requireTeam } from '#server/session'
import { today } from '#server/today'
import { activatePlanAction, savePlanDraftAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plan'))('title') }
}

export default async function PlanPage({ params, searchParams }: PageProps<'/[team]/[year]/plan'>) {
  const { team: teamId, year: yearText } = await params
  const { session, team, year } = await requireTeam(teamId, yearText, 'plan.read')
  const [versions, active, ownChannels, ownStages, ownTeams, locale, query] = await Promise.all([
    planVersions(session, team.id, year.year),
    activePlans(session, [year.year, year.year + 1]),
    channels(session),
    stages(session),
    teams(session),
    getLocale(),
    searchParams,
  ])
  const keys = ownStages.map((stage) => stage.key)
  const planOf = (id: string, of: number) => active.find((plan) => plan.teamId === id && plan.year === of)
  const next = planOf(team.id, year.year + 1)
  const others = team.isRoot ? ownTeams.filter((other) => other.id !== team.id) : []
  return (
    <ClientMessages of={['plan']}>
      <PlanScreen
        key={`${team.id}/${year.year}`}
        teamId={team.id}
        year={year}
        today={today(session.org.timeZone)}
        organisation={session.org}
        stages={ownStages.map(({ key, name }) => ({
          key,
          label: name ?? metricOf(key)[locale === 'en' ? 'en' : 'ja'],
        }))}
        channels={ownChannels}
        versions={versions}
        requestedVersion={typeof query.version === 'string' ? Number(query.version) || null : null}
        nextYear={next ? { channels: wantedOf(planFigures(scenarioOf(next.draft, keys))) } : null}
        teamGoals={
          others.length > 0
            ? others.map(({ id, name }) => ({
                id,
                name,
                revenueGoal: planOf(id, year.year)?.draft.revenueGoal ?? null,
              }))
            : null
        }
        rights={{
          edit: can(session, 'plan.edit'),
          activate: can(session, 'plan.activate'),
          approveGoal: can(session, 'goal.approve'),
        }}
        savePlanDraft={savePlanDraftAction}
        activatePlan={activatePlanAction}
      />
    </ClientMessages>
  )
}

/** Of next year's figures only what this year's last months serve. */
function wantedOf({ channels }: ReturnType<typeof planFigures>) {
  return channels.map(({ id, revenueByMonth }) => ({ id, revenueByMonth }))
}
