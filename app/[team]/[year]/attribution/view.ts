import type { ComponentProps } from 'react'
import type { Attribution, ViewWritten } from '#components/attribution/attribution'
import { kept } from '#db/kept'
import { creditsReader, frozenCredits } from '#db/queries/attribution'
import type { KeptRules } from '#lib/attribution/kept-rules'
import type { AttributionStanding, FrozenMonth } from '#lib/attribution/standing'
import type { Packed } from '#lib/packed'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { pack, write } from '#server/pack'
import type { TeamPage } from '#server/session'
import { soon } from '#server/soon'
import type { AttributionFrame, OpenedDeals } from '../../../../components/attribution/attribution-props'
import { yearFigures } from '../plan-vs-actual/ledger'
import { openedDeals } from './deals'
import { type MarkovCredits, markovCredits } from './figures'
import { type AttributionPage, closedThrough, touchModelOf } from './frame'
import { viewFigures } from './view-figures'

/** A view of months that have begun. */
type ViewAsked = AttributionPage & { readonly inView: AttributionFrame['inView'] }

/** A view as its page sends it. */
export type View = {
  readonly shown: ComponentProps<typeof Attribution>
  readonly closedThrough: AttributionFrame['closedThrough']
}

// Made once for all who ask for the same view of the same data.
const made = kept<Awaited<ReturnType<typeof makeView>>>(200)
const opened = kept<Packed<OpenedDeals>>(200)

/** All figures of a view: how much, from what, at what cost; by every model; by month and campaign; deal by deal. */
export async function attributionView(page: TeamPage, asked: ViewAsked): Promise<View> {
  const { frame: head, names, inView, standing } = asked
  const { session } = page
  const [solved, reader, { ledger }] = await Promise.all([
    markovCredits(page, { ...head, inView }),
    creditsReader(session),
    yearFigures(page),
  ])
  const isWithout = head.model === 'markov' && solved.markov === null
  const model = isWithout ? touchModelOf(head) : head.model
  const frame = { ...head, ...names, inView, model, closedThrough: closedThrough(ledger) }
  const packedDeals = opened(reader, [head, model], async () => pack(await openedDeals(page, frame)))
  // Who draws it hears of a failure; until then nobody listens, and the process would call it unhandled.
  packedDeals.catch(() => undefined)
  // What is under way goes on without a new version.
  const underWay = [standing, solved.computedAt, solved.isSolving]
  const { view, packedFigures } = await made(reader, [session.dataVersion, head, ...underWay], () =>
    makeView(page, frame, { ledger, standing, solved, isWithout }),
  )
  // What is kept is there before the shortest timer.
  const shown = { view, packedFigures, packedDeals: (await soon(packedDeals, 0).catch(() => null)) ?? packedDeals }
  return { shown, closedThrough: frame.closedThrough }
}

type Known = {
  readonly ledger: Ledger
  readonly standing: AttributionStanding
  readonly solved: MarkovCredits
  /** Markov was asked for and has no figures here. */
  readonly isWithout: boolean
}

async function makeView(page: TeamPage, frame: AttributionFrame, { ledger, standing, solved, isWithout }: Known) {
  const { inView, model, closedThrough } = frame
  const { markov, isSolving } = solved
  const [{ headline, figures, rows, isTooMany }, frozen] = await Promise.all([
    viewFigures(page, frame, ledger, { margin: standing.grossMargin, markov }),
    frozenCredits(page.session, { teamId: page.team.id }, { from: inView.from, to: inView.to }),
  ])
  const { run, waiting, asOf, rules } = standing
  const notices = {
    ...{ standing: { run, waiting, asOf }, isTooMany, isWithout },
    otherLookbacks: otherLookbacks(frozen.months, rules),
  }
  const own = { inView, model, closedThrough }
  return {
    view: write<ViewWritten>({ frame: own, headline, notices, isSolving, rows }),
    packedFigures: pack(figures),
  }
}

/** Lookbacks of months that were frozen by other rules than the present ones. */
function otherLookbacks(months: readonly FrozenMonth[], present: KeptRules): number[] {
  const others = months.filter(({ rules }) => JSON.stringify(rules) !== JSON.stringify(present))
  return [...new Set(others.map(({ rules }) => rules.lookbackDays))]
}
