import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActualsScreen } from '#components/actuals/actuals-screen'
import { CELL_FAULTS } from '#lib/actuals/read-cell'
import { can } from '#lib/permissions'
import { ClientMessages } from '#server/client-messages'
import { requireTeam } from '#server/session'
import { chooseBoundary, closeThrough, reopen, saveCells } from './actions'
import { gridOf } from './figures'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actuals'))('title') }
}

export default async function ActualsPage({ params }: PageProps<'/[team]/[year]/actuals'>) {
  const { team: teamId, year: yearText } = await params
  const page = await requireTeam(teamId, yearText, 'actuals.read')
  const { session, team, year } = page
  const { packed, isWhole } = await gridOf(page)
  const { currency, negativeStyle, timeZone } = session.org
  return (
    <ClientMessages
      of={[['actuals', 'title', 'basis']]}
      later={['actuals', ['errors', 'reasonMissing', ...CELL_FAULTS]]}
    >
      <ActualsScreen
        key={`${team.id} ${year.year}`}
        teamId={team.id}
        year={year}
        packedFigures={packed}
        organisation={{ currency, negativeStyle, timeZone }}
        save={saveCells}
        closingActions={{ close: closeThrough, reopen, choose: chooseBoundary }}
        mayClose={can(session, 'month.close')}
        editable={can(session, 'actuals.edit')}
        wholeHref={isWhole ? `/${team.id}/${year.year}/plan-vs-actual` : null}
      />
    </ClientMessages>
  )
}
