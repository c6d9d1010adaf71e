import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PlanScreen } from '#components/plan/plan-screen'
import { NUMBER_FAULTS } from '#lib/input/number'
import { can } from '#lib/permissions'
import { ClientMessages } from '#server/client-messages'
import { requireTeam } from '#server/session'
import { activatePlanAction, savePlanDraftAction } from './actions'
import { packedPlanSource } from './source'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plan'))('title') }
}

export default async function PlanPage({ params, searchParams }: PageProps<'/[team]/[year]/plan'>) {
  const { team: teamId, year: yearText } = await params
  const page = await requireTeam(teamId, yearText, 'plan.read')
  const { session, team, year } = page
  const [locale, query] = await Promise.all([getLocale(), searchParams])
  const { currency, unit, negativeStyle, timeZone } = session.org
  return (
    <ClientMessages of={[['plan', 'title', 'basis']]} later={['plan', ['errors', 'plan', ...NUMBER_FAULTS]]}>
      <PlanScreen
        key={`${team.id}/${year.year}`}
        teamId={team.id}
        year={year}
        packedSource={await packedPlanSource(page, locale === 'en' ? 'en' : 'ja')}
        organisation={{ currency, unit, negativeStyle, timeZone }}
        requestedVersion={numberIn(query.version)}
        requestedCompare={numberIn(query.compare)}
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

const numberIn = (text: string | string[] | undefined): number | null =>
  typeof text === 'string' ? Number(text) || null : null
