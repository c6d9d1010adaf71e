import { creditsByChannel, frozenCredits } from '#db/queries/attribution'
import { ledgerBeside } from '#lib/attribution/booked'
import type { CreditRow } from '#lib/attribution/credit'
import { hasMargins } from '#lib/attribution/effect'
import { summaryOf } from '#lib/attribution/summary'
import { trendOf } from '#lib/attribution/trend'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
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
  readonly figures: AttributionFigures
  readonly rows: SkeletonRows
}

/** The figures of a view as its page shows them. */
export async function viewFigures(
  page: TeamPage,
  frame: AttributionFrame,
  ledger: Ledger,
  more: FiguresMore,
): Promise<ViewFigures & { readonly isTooMany: boolean }> {
  const of = { teamId: page.team.id }
  const { inView, year } = frame
  const [read, ofYear, frozen] = await Promise.all([
    figuresSource(page, frame, ledger, more),
    creditsByChannel(page.session, of, { from: year.first, to: year.last, bases: ['won'] }),
    frozenCredits(page.session, of, { from: inView.from, to: inView.to }),
  ])
  const { source, isTooMany } = read
  // A tried lookback shows records as they are: nothing of it was closed.
  const restatements = source.shown === source.current ? [] : frozen.restatements
  return { ...figuresOf(frame, read, ofYear.shown, restatements), isTooMany }
}

function figuresOf(
  { year, model, view, channels, campaigns }: AttributionFrame,
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
    names: { channels, campaigns: campaigns.filter(({ id }) => shown.has(id) || id === view.campaign) },
  }
  const { marketing, reconciliation, total, isTotalUnripe } = summary
  const [first] = summary.comparison.channels
  const top = first && {
    name: channels.find(({ id }) => id === first.channelId)?.name ?? null,
    amount: first.byModel[model]?.amount ?? 0,
    range: [first.least.amount, first.most.amount] as const,
  }
  const headline = { marketing, reconciliation, total, isTotalUnripe, top: top ?? null, beside: ledgerBeside(booked) }
  const rows = { channels: order.length, campaigns: shown.size, restatements: restatements.length }
  return { headline, figures, rows }
}
