import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Actuals } from '#components/actuals/actuals'
import { monthlyActuals } from '#db/queries/actuals'
import { channels, stages } from '#db/queries/organisation'
import { planAndActuals } from '#db/queries/plan-and-actuals'
import { gridSections, rowKey } from '#lib/actuals/grid'
import { can } from '#lib/permissions'
import { ledgerOf } from '#lib/plan-vs-actual/ledger-of'
import { ClientMessages } from '#server/client-messages'
import { requireTeam } from '#server/session'
import { today } from '#server/today'
import { saveCells } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actuals'))('title') }
}

export default async function ActualsPage({ params }: PageProps<'/[team]/[year]/actuals'>) {
  const { team: teamId, year: yearText } = await params
  const { session, team, year } = await requireTeam(teamId, yearText, 'actuals.read')
  const { org } = session
  const [source, cells, ofChannels, ofStages] = await Promise.all([
    planAndActuals(session, team.id, year),
    monthlyActuals(session, { teamIds: [team.id], from: year.first, to: year.last }),
    channels(session),
    stages(session),
  ])
  const ledger = ledgerOf(source, { today: today(org.timeZone), thresholds: org })
  const isWhole = source.wholeOf !== null
  // The company's plan stands in its teams' rows then: nothing of it is awaited here.
  const planned = isWhole ? [] : ledger.rows
  const plan = source.plans.find((each) => each.teamId === team.id && each.year === year.year)
  const sections = gridSections({
    stages: ofStages,
    channels: ofChannels,
    entries: new Map(plan?.draft.channels.map(({ channelId, entry }) => [channelId, entry])),
    cells,
    plans: new Map(planned.map((row) => [rowKey(row), row.plan])),
  })
  return (
    <ClientMessages of={['actuals']}>
      <Actuals
        key={`${team.id} ${year.year}`}
        teamId={team.id}
        year={year}
        sections={sections}
        cells={cells}
        stages={ofStages}
        standing={{ finishedThrough: ledger.finishedThrough, running: ledger.running, awaits: !isWhole }}
        organisation={{ currency: org.currency, negativeStyle: org.negativeStyle, timeZone: org.timeZone }}
        save={saveCells}
        editable={can(session, 'actuals.edit')}
        wholeHref={isWhole ? `/${team.id}/${year.year}/plan-vs-actual` : null}
      />
    </ClientMessages>
  )
}
