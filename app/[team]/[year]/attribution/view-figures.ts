import { creditsByChannel, frozenCredits } from '#db/queries/attribution'
import { ledgerBeside } from '#lib/attribution/booked'
import type { CreditRow } from '#lib/attribution/credit'
import { hasMargins } from '#lib/attribution/effect'
import { summaryOf } from '#lib/attribution/summary'
import { trendOf } from '#lib/attribution/trend'
import type { Packed } from '#lib/packed'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { pack } from '#server/pack'
import type { TeamPage } from '#server/session'
import type {
  AttributionFigures,
  AttributionFrame,
  Headline,
} from '../../../../components/attribution/attribution-props'
import type { SkeletonRows } from '../../../../components/attribution/skeletons'
import { type FiguresMore, figuresSource } from './figures'

type ViewFigures = {
  readonly headline: Headline
  readonly packed: Packed<AttributionFigures>
  readonly rows: SkeletonRows
}

/** By the credits that they were made of, which the query keeps while no figure changes. */
const made = new WeakMap<object, Map<string, ViewFigures>>()

/** The figures of a view as the page sends them, computed once for all who ask for it. */
export async function viewFigures(
  page: TeamPage,
  frame: AttributionFrame,
  ledger: Ledger,
  more: FiguresMore,
): Promise<ViewFigures & { readonly isTooMany: boolean }> {
  const of = { teamId: page.team.id }
  const { inView, year, today } = frame
  const [read, ofYear, frozen] = await Promise.all([
    figuresSource(page, frame, ledger, more),
    creditsByChannel(page.session, of, { from: year.first, to: year.last, bases: ['won'] }),
    frozenCredits(page.session, of, { from: inView.from, to: inView.to }),
  ])
  const { source, choice, isTooMany } = read
  const keptOf = made.get(source.shown) ?? new Map<string, ViewFigures>()
  made.set(source.shown, keptOf)
  const key = JSON.stringify([today, choice, more])
  // A tried lookback shows records as they are: nothing of it was closed.
  const restatements = source.shown === source.current ? [] : frozen.restatements
  const found = keptOf.get(key) ?? figuresOf(frame, read, ofYear.shown, restatements)
  keptOf.set(key, found)
  return { ...found, isTooMany }
}

function figuresOf(
  { year, campaigns }: AttributionFrame,
  { source, context, choice, booked }: Awaited<ReturnType<typeof figuresSource>>,
  ofYear: readonly CreditRow[],
  restatements: AttributionFigures['restatements'],
): ViewFigures {
  const summary = summaryOf(source, context, choice)
  const order = summary.comparison.channels.map(({ channelId }) => channelId)
  const shown = new Set(summary.campaigns.map(({ campaignId }) => campaignId))
  const figures: AttributionFigures = {
    ...{ summary, restatements },
    trend: trendOf(ofYear, { ...choice, basis: 'won' }, year.months, order),
    hasMargins: hasMargins(context.margins, order),
    campaigns: campaigns.filter(({ id }) => shown.has(id)),
  }
  const { marketing, reconciliation, total, isTotalUnripe } = summary
  const headline = { marketing, reconciliation, total, isTotalUnripe }
  const top = summary.comparison.channels[0] ?? null
  const rows = { channels: order.length, campaigns: shown.size, restatements: restatements.length }
  return { headline: { ...headline, top, beside: ledgerBeside(booked) }, packed: pack(figures), rows }
}
