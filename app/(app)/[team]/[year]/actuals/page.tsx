import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Actuals } from '#components/actuals/actuals'
import { monthlyActuals } from '#db/queries/actuals'
import { closings } from '#db/queries/closing'
import { channels, stages } from '#db/queries/organisation'
import { planAndActuals } from '#db/queries/plan-and-actuals'
import { gridSections, rowKey } from '#lib/actuals/grid'
import type { Month } from '#lib/month'
import { can } from '#lib/permissions'
import { ledgerOf } from '#lib/plan-vs-actual/ledger-of'
import { ClientMessages } from '#server/client-messages'
import { requireTeam } from '#server/session'
import { today } from '#server/today'
import { chooseBoundary, closeThrough, reopen, saveCells } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actuals'))('title') }
}

export default async function ActualsPage({ params }: PageProps<'/[team]/[year]/actuals'>) {
  const { team: teamId, year: yearText } = await params
  const { session, team, year } = await requireTeam(teamId, yearText, 'actuals.read')
  const { org } = session
  const [source, cells, ofChannels, ofStages, closes] = await Promise.all([
    planAndActuals(session, team.id, year),
    monthlyActuals(session, { teamIds: [team.id], from: year.first, to: year.last }),
    channels(session),
    stages(session),
    closings(session, team.id, year),
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
    campaigns: source.campaigns.filter((campaign) => campaign.teamId === team.id),
    records: {
      choices: source.countedFrom.filter((choice) => choice.teamId === team.id),
      figures: source.actuals.filter((figure) => figure.teamId === team.id),
    },
    months: year.months,
  })

  return (
    <ClientMessages of={['actuals', 'errors']}>
      <Actuals
        key={`${team.id} ${year.year}`}
        teamId={team.id}
        year={year}
        sections={sections}
        cells={cells}
        stages={ofStages}
        standing={{ finishedThrough: ledger.finishedThrough, running: ledger.running, awaits: !isWhole }}
        organisation={{ currency: org.currency, negativeStyle: org.negativeStyle, timeZone: org.timeZone }}
        closing={{
          ...closes,
          closedThrough: source.closes.find((close) => close.teamId === team.id)?.through ?? null,
          firstEntered: firstMonth(source.actuals.filter((cell) => cell.teamId === team.id)),
          chosen: source.chosenThrough,
        }}
        restatements={source.restatements.filter((one) => one.teamId === team.id && year.months.includes(one.month))}
        save={saveCells}
        closingActions={{ close: closeThrough, reopen, choose: chooseBoundary }}
        mayClose={can(session, 'month.close')}
        editable={can(session, 'actuals.edit')}
        wholeHref={isWhole ? `/${team.id}/${year.year}/plan-vs-actual` : null}
      />
    </ClientMessages>
  )
}

function firstMonth(cells: readonly { readonly month: Month }[]): Month | null {
  return cells.reduce<Month | null>((first, { month }) => (first === null || month < first ? month : first), null)
}
