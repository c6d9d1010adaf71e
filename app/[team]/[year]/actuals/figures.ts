import { kept } from '#db/kept'
import { monthlyActuals } from '#db/queries/actuals'
import { closings } from '#db/queries/closing'
import { planAndActuals } from '#db/queries/plan-and-actuals'
import { gridSections, rowKey } from '#lib/actuals/grid'
import type { Month } from '#lib/month'
import type { Packed } from '#lib/packed'
import { ledgerOf } from '#lib/plan-vs-actual/ledger-of'
import { pack } from '#server/pack'
import type { TeamPage } from '#server/session'
import { today } from '#server/today'
import type { ActualsFigures } from '../../../../components/actuals/actuals-props'

export type Grid = {
  /** The grid as the page sends it. */
  readonly packed: Packed<ActualsFigures>
  /** This team is the company and has other teams: its own rows are only a part of what its year compares. */
  readonly isWhole: boolean
}

const keptGrids = kept<Grid>(200)

/** The grid of a team's page; one a day. */
export function gridOf(page: TeamPage): Promise<Grid> {
  const { session, team, year } = page
  const day = today(session.org.timeZone)
  return keptGrids(session, [team.id, year.year, year.startsIn, day], async () => {
    const { isWhole, ...figures } = await gridFigures(page, day)
    return { packed: pack<ActualsFigures>(figures), isWhole }
  })
}

async function gridFigures({ session, team, year }: TeamPage, day: string) {
  const [source, cells, closes] = await Promise.all([
    planAndActuals(session, team.id, year, day),
    monthlyActuals(session, { teamIds: [team.id], from: year.first, to: year.last }),
    closings(session, team.id, year),
  ])
  const ledger = ledgerOf(source, { today: day, thresholds: session.org })
  const isWhole = source.wholeOf !== null
  // The company's plan stands in its teams' rows then: nothing of it is awaited here.
  const planned = isWhole ? [] : ledger.rows
  const plan = source.plans.find((each) => each.teamId === team.id && each.year === year.year)
  const own = source.actuals.filter((figure) => figure.teamId === team.id)
  const sections = gridSections({
    stages: source.stages,
    channels: source.channels,
    entries: new Map(plan?.draft.channels.map(({ channelId, entry }) => [channelId, entry])),
    cells,
    plans: new Map(planned.map((row) => [rowKey(row), row.plan])),
    campaigns: source.campaigns.filter((campaign) => campaign.teamId === team.id),
    records: { choices: source.countedFrom.filter((choice) => choice.teamId === team.id), figures: own },
    months: year.months,
  })
  return {
    ...{ isWhole, sections, cells, stages: source.stages },
    standing: { finishedThrough: ledger.finishedThrough, running: ledger.running, awaits: !isWhole },
    closing: {
      ...closes,
      closedThrough: source.closes.find((close) => close.teamId === team.id)?.through ?? null,
      firstEntered: firstMonth(own),
      chosen: source.chosenThrough,
    },
    restatements: source.restatements.filter((one) => one.teamId === team.id && year.months.includes(one.month)),
  }
}

function firstMonth(cells: readonly { readonly month: Month }[]): Month | null {
  return cells.reduce<Month | null>((first, { month }) => (first === null || month < first ? month : first), null)
}
