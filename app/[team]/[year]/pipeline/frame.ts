import { getLocale } from 'next-intl/server'
import { type PipelineOf, pipelineNames } from '#db/queries/pipeline'
import { pipelineViewOf } from '#lib/input/pipeline'
import { fiscalYearOf, monthOf } from '#lib/month'
import { usualDaysOf } from '#lib/organisation'
import { openingPeriod, periodOf } from '#lib/pipeline/summary'
import type { TeamPage } from '#server/session'
import { today } from '#server/today'
import type { PipelineFrame } from '../../../../components/pipeline/pipeline-props'

type Query = Readonly<Record<string, string | string[] | undefined>>

/** The first of each parameter: an address may name one twice. */
export function single(query: Query): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(query).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]))
}

/** What limits a view of the screen, and how its figures are written. */
export async function frameOf(
  { session, team, year }: TeamPage,
  path: string,
  query: Query,
): Promise<{ frame: PipelineFrame; of: PipelineOf }> {
  const { org } = session
  const usual = usualDaysOf(org)
  const view = pipelineViewOf(single(query), usual)
  const day = today(org.timeZone)
  const of = { teamId: team.id, timeZone: org.timeZone, today: day, window: view.window, owner: view.owner }
  const [names, locale] = await Promise.all([pipelineNames(session, of), getLocale()])
  const isRunning = fiscalYearOf(monthOf(day), org.fiscalStart).year === year.year
  const running = isRunning ? year.months.indexOf(monthOf(day)) : null
  // What was passed and lies untouched does not go by the quarter.
  const opening = view.view === 'handover' ? 'year' : openingPeriod({ running })
  const period = periodOf(view.period ?? opening)
  const { unit, currency, negativeStyle } = org
  const frame = {
    ...{ path, view, usual, period, year, ...names, today: day },
    from: year.months[period.first] ?? year.first,
    to: year.months[period.last] ?? year.last,
    style: {
      locale: locale === 'en' ? ('en' as const) : ('ja' as const),
      unit,
      currency,
      negativeStyle,
      timeZone: org.timeZone,
    },
  }
  return { frame, of }
}
