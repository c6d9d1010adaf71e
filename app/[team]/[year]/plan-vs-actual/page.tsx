import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PlanVsActual } from '#components/plan-vs-actual/plan-vs-actual'
import { can } from '#lib/permissions'
import { ClientMessages } from '#server/client-messages'
import { requireTeam } from '#server/session'
import { setLandingOverrideAction } from './actions'
import { yearFigures } from './ledger'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plan-vs-actual')
  return { title: t('title') }
}

/** What controls and summary say, and a year without plan or entries. */
const HEAD = [
  'plan-vs-actual',
  ...['title', 'basis', 'through', 'noActualsYet', 'unit', 'accumulation', 'monthly', 'cumulative', 'asOf'],
  ...['summary', 'verdicts', 'empty'],
] as const

export default async function PlanVsActualPage({ params }: PageProps<'/[team]/[year]/plan-vs-actual'>) {
  const { team: teamId, year: yearText } = await params
  const page = await requireTeam(teamId, yearText, 'actuals.read')
  const [{ packed, summary, closedSummary }, locale] = await Promise.all([yearFigures(page), getLocale()])
  const { unit, currency, negativeStyle, timeZone } = page.session.org
  const path = `/${teamId}/${yearText}`
  return (
    <ClientMessages of={[HEAD]} later={['plan-vs-actual']}>
      <PlanVsActual
        packed={packed}
        summary={summary}
        closedSummary={closedSummary}
        style={{ locale: locale === 'en' ? 'en' : 'ja', unit, currency, negativeStyle, timeZone }}
        links={{
          plan: `${path}/plan`,
          actuals: `${path}/actuals`,
          opportunities: `${path}/pipeline?view=deals&basis=open`,
        }}
        landing={can(page.session, 'landing.edit') ? { teamId, save: setLandingOverrideAction } : null}
      />
    </ClientMessages>
  )
}
