import { attributionNames, bookedRevenue, creditsByCampaign, creditsByChannel } from '#db/queries/attribution'
import { creditsAtLookback } from '#db/queries/attribution-lookback'
import { markovOf } from '#db/queries/attribution-markov'
import { BASES } from '#lib/attribution/credit'
import { TOUCH_MODELS } from '#lib/attribution/models'
import {
  type AttributionContext,
  type AttributionSource,
  type AttributionSummary,
  summaryOf,
} from '#lib/attribution/summary'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { TeamPage } from '#server/session'
import type { AttributionFrame } from '../../../../components/attribution/attribution-props'

export type FiguresAsked = Pick<AttributionFrame, 'model' | 'inView' | 'view' | 'effort' | 'usualLookback'>

/** Beside what an address asks: the organisation's margin, and Markov's credits where there are any. */
export type FiguresMore = { readonly margin: number | null; readonly markov: AttributionSource['markov'] }

/** Figures of a view: the one place where attribution, overview, campaigns and the export take them from. */
export async function attributionFigures(
  page: Pick<TeamPage, 'session' | 'team'>,
  asked: FiguresAsked,
  ledger: Ledger,
  more: FiguresMore,
): Promise<AttributionSummary> {
  const { source, context, choice } = await figuresSource(page, asked, ledger, more)
  return summaryOf(source, context, choice)
}

/** What a view's figures are made of. */
export async function figuresSource(
  page: Pick<TeamPage, 'session' | 'team'>,
  asked: FiguresAsked,
  ledger: Ledger,
  { margin, markov }: FiguresMore,
) {
  const { model, inView, view, effort } = asked
  const span = { from: inView.from, to: inView.to }
  const [{ isTooMany, ...credits }, booked, { channels }] = await Promise.all([
    creditsOf(page, asked),
    bookedRevenue(page.session, { teamId: page.team.id }, span),
    attributionNames(page.session, { teamId: page.team.id }),
  ])
  const source: AttributionSource = { ...credits, markov, booked: booked.rows }
  const context: AttributionContext = {
    ledger,
    months: inView.months,
    channels,
    margins: {
      organisation: margin,
      channels: Object.fromEntries(channels.map(({ id, grossMargin }) => [id, grossMargin])),
    },
  }
  const choice = { ...span, model, effort, customers: view.customers, gain: view.gain }
  return { source, context, choice, booked, isTooMany }
}

export type MarkovCredits = {
  /** Null while they are being solved, or where another lookback is tried. */
  readonly markov: AttributionSource['markov']
  readonly isSolving: boolean
  /** ISO 8601; null: there are none. */
  readonly computedAt: string | null
}

/** Markov's figures of the view. */
export async function markovCredits(
  { session, team }: Pick<TeamPage, 'session' | 'team'>,
  { inView, view, usualLookback }: Pick<AttributionFrame, 'inView' | 'view' | 'usualLookback'>,
): Promise<MarkovCredits> {
  const none = { markov: null, computedAt: null }
  if (view.lookback !== null && view.lookback !== usualLookback) return { ...none, isSolving: false }
  const wanted = { from: inView.from, to: inView.to, customers: view.customers }
  const answer = await markovOf(session, { teamId: team.id }, wanted)
  if (answer.state === 'running') return { ...none, isSolving: true }
  const markov = answer.rows.flatMap(({ channelId, amount, dealParts }) =>
    channelId === null ? [] : [{ channelId, amount, dealParts }],
  )
  return { markov, isSolving: false, computedAt: answer.computedAt }
}

type CreditsOfView = Pick<AttributionSource, 'shown' | 'current' | 'campaigns'> & {
  /** Too many deals to try another lookback: these are the usual figures. */
  readonly isTooMany: boolean
}

async function creditsOf(
  { session, team }: Pick<TeamPage, 'session' | 'team'>,
  asked: FiguresAsked,
): Promise<CreditsOfView> {
  const { inView, view, usualLookback } = asked
  const of = { teamId: team.id }
  const span = { from: inView.from, to: inView.to }
  const model = TOUCH_MODELS.find((each) => each === asked.model) ?? null
  if (view.lookback !== null && view.lookback !== usualLookback) {
    const wanted = { ...span, bases: BASES, model: model ?? 'linear', lookbackDays: view.lookback }
    const tried = await creditsAtLookback(session, of, wanted)
    if (tried.state === 'ready') {
      const { channels: rows, campaigns } = tried
      return { shown: rows, current: rows, campaigns: model === null ? [] : campaigns, isTooMany: false }
    }
  }
  const [credits, campaigns] = await Promise.all([
    creditsByChannel(session, of, { ...span, bases: BASES }),
    model && creditsByCampaign(session, of, { ...span, bases: ['won'], model }),
  ])
  return {
    ...credits,
    campaigns: campaigns?.shown ?? [],
    isTooMany: view.lookback !== null && view.lookback !== usualLookback,
  }
}
