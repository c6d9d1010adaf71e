import { getLocale } from 'next-intl/server'
import { attributionStanding } from '#db/queries/attribution'
import { pipelineNames } from '#db/queries/pipeline'
import { TOUCH_MODELS, type TouchModel } from '#lib/attribution/models'
import type { AttributionStanding } from '#lib/attribution/standing'
import { monthsInView, usualEffort } from '#lib/attribution/view-period'
import { AttributionView } from '#lib/input/attribution-view'
import { periodOf } from '#lib/pipeline/summary'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { TeamPage } from '#server/session'
import { today } from '#server/today'
import type { AttributionFrame } from '../../../../../components/attribution/attribution-props'

/** Everything that the cards get beside the figures; `inView` is null while the period is still to come. */
export type AttributionPage = {
  readonly frame: Omit<AttributionFrame, 'inView'>
  readonly inView: AttributionFrame['inView'] | null
  readonly standing: AttributionStanding
}

/** What limits a view of the screen, and how its figures are written. */
export async function attributionPage(page: TeamPage, ledger: Ledger, view: AttributionView): Promise<AttributionPage> {
  const { session, team, year } = page
  const { org } = session
  const day = today(org.timeZone)
  const names = { teamId: team.id, timeZone: org.timeZone, today: day, window: org.influenceDays }
  const standing = await attributionStanding(session)
  const [{ channels, campaigns }, locale] = await Promise.all([pipelineNames(session, names), getLocale()])
  const period = periodOf(view.period ?? 'year')
  const { unit, currency, negativeStyle } = org
  const { rules, defaultModel } = standing
  const model = view.model ?? defaultModel
  return {
    standing,
    inView: monthsInView(period, year, day),
    frame: {
      path: `/${team.id}/${year.year}/attribution`,
      ...{ view, period, year, today: day, campaigns, defaultModel },
      model,
      // Markov credits the revenue of a period, and no cohort of leads.
      effort: model === 'markov' ? 'period' : (view.basis ?? usualEffort(period)),
      style: { locale: locale === 'en' ? 'en' : 'ja', unit, currency, negativeStyle },
      channels: channels.map(({ id, name, colour, isMarketing }) => ({ id, name, colour, isMarketing })),
      rules: view.lookback === null ? rules : { ...rules, lookbackDays: view.lookback },
      usualLookback: rules.lookbackDays,
      closedThrough: year.months[ledger.closedThrough] ?? null,
    },
  }
}

/** Markov credits no single deal, and may still be on its way: the organisation's own model stands in, else linear. */
export function touchModelOf({ model, defaultModel }: Pick<AttributionFrame, 'model' | 'defaultModel'>): TouchModel {
  const touch = (wanted: string) => TOUCH_MODELS.find((each) => each === wanted)
  return touch(model) ?? touch(defaultModel) ?? 'linear'
}

/** The view that opens without a word in the address. */
export const USUAL_VIEW = AttributionView.parse({})
