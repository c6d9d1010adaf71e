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

export default async function PlanVsActualPage({ params }: PageProps<'/[team]/[year]/plan-vs-actual'>) {
  const { team: teamId, year: yearText } = await params
  const page = await requireTeam(teamId, yearText, 'actuals.read')
  const [{ ledgerText, summary, closedSummary }, locale] = await Promise.all([yearFigures(page), getLocale()])
  const { unit, currency, negativeStyle, timeZone } = page.session.org
  const path = `/${teamId}/${yearText}`
  return (
    <ClientMessages of={['plan-vs-actual']}>
      <PlanVsActual
        ledgerText={ledgerText}
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
