import { getLocale } from 'next-intl/server'
import { attributionNames, attributionStanding } from '#db/queries/attribution'
import { TOUCH_MODELS, type TouchModel } from '#lib/attribution/models'
import type { AttributionStanding } from '#lib/attribution/standing'
import { monthsInView, usualEffort } from '#lib/attribution/view-period'
import { AttributionView } from '#lib/input/attribution-view'
import type { Month } from '#lib/month'
import { periodOf } from '#lib/pipeline/summary'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { TeamPage } from '#server/session'
import { today } from '#server/today'
import type { AttributionFrame, HeadFrame } from '../../../../components/attribution/attribution-props'

/** What is known of a view without its figures; `inView` is null while the period is still to come. */
export type AttributionPage = {
  readonly frame: HeadFrame
  readonly names: Pick<AttributionFrame, 'channels' | 'campaigns'>
  readonly inView: AttributionFrame['inView'] | null
  readonly standing: AttributionStanding
}

/** What limits a view of the screen, and how its figures are written. */
export async function attributionPage(page: TeamPage, view: AttributionView): Promise<AttributionPage> {
  const { session, team, year } = page
  const { org } = session
  const day = today(org.timeZone)
  const standing = await attributionStanding(session)
  const [{ channels, campaigns }, locale] = await Promise.all([
    attributionNames(session, { teamId: team.id }),
    getLocale(),
  ])
  const period = periodOf(view.period ?? 'year')
  const { unit, currency, negativeStyle } = org
  const { rules, defaultModel } = standing
  const model = view.model ?? defaultModel
  return {
    standing,
    inView: monthsInView(period, year, day),
    names: {
      channels: channels.map(({ id, name, colour, isMarketing }) => ({ id, name, colour, isMarketing })),
      campaigns,
    },
    frame: {
      path: `/${team.id}/${year.year}/attribution`,
      ...{ view, period, year, today: day, timeZone: org.timeZone, defaultModel },
      model,
      // Markov credits the revenue of a period, and no cohort of leads.
      effort: model === 'markov' ? 'period' : (view.basis ?? usualEffort(period)),
      style: { locale: locale === 'en' ? 'en' : 'ja', unit, currency, negativeStyle },
      rules: view.lookback === null ? rules : { ...rules, lookbackDays: view.lookback },
      usualLookback: rules.lookbackDays,
    },
  }
}

/** The last month of the page's year that is closed; null: none is. */
export const closedThrough = (ledger: Pick<Ledger, 'year' | 'closedThrough'>): Month | null =>
  ledger.year.months[ledger.closedThrough] ?? null

/** Markov credits no single deal, and may still be on its way: the organisation's own model stands in, else linear. */
export function touchModelOf({ model, defaultModel }: Pick<AttributionFrame, 'model' | 'defaultModel'>): TouchModel {
  const touch = (wanted: string) => TOUCH_MODELS.find((each) => each === wanted)
  return touch(model) ?? touch(defaultModel) ?? 'linear'
}

/** The view that opens without a word in the address. */
export const USUAL_VIEW = AttributionView.parse({})
