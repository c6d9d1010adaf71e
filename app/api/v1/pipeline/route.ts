import { handoverCells, pipelineSource } from '#db/queries/pipeline'
import { GET_PIPELINE } from '#lib/api/endpoints'
import { pipelineViewOf } from '#lib/input/pipeline'
import { usualDaysOf } from '#lib/organisation'
import { handoverOf } from '#lib/pipeline/handover'
import { historyBefore, summaryOf } from '#lib/pipeline/summary'
import { apiRoute } from '#server/api-route'
import { today } from '#server/today'
import { teamYear } from '../year'

export const GET = apiRoute(GET_PIPELINE, async ({ session, query }) => {
  const { team, year, ledger } = await teamYear(session, query)
  const day = today(session.org.timeZone)
  const view = pipelineViewOf({}, usualDaysOf(session.org))
  const of = { teamId: team.id, timeZone: session.org.timeZone, today: day, window: view.window }
  const months = { from: year.first, to: year.last }
  const history = historyBefore(day)
  const wanted = { ...months, by: view.by, set: view.set, historyFrom: history.from, historyTo: history.to }
  const source = await pipelineSource(session, of, wanted)
  const { contribution, coverage, pace } = summaryOf(source, ledger, { ...view, today: day })
  const handover = handoverOf(await handoverCells(session, of, months), view.agreed)
  const { opportunities, winRate, dealSize, cycleDays, velocity } = pace
  const { passed, worked, untouched, waiting, returned, inTimeRate } = handover
  return {
    ...{ ...months, contribution },
    coverage: coverage.map(({ period, goal, booked, open, remaining, coverage, needed, shortfall }) => {
      return { period: period.key, goal, booked, open: open.amount, remaining, coverage, needed, shortfall }
    }),
    velocity: { opportunities, winRate, dealSize, cycleDays, perDay: velocity },
    handover: { passed, worked, untouched, waiting, returned, inTimeRate },
  }
})
