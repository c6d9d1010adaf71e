import type { ComponentProps } from 'react'
import type { Attribution, ViewWritten } from '#components/attribution/attribution'
import { kept } from '#db/kept'
import { creditsReader, frozenCredits } from '#db/queries/attribution'
import type { KeptRules } from '#lib/attribution/kept-rules'
import type { FrozenMonth } from '#lib/attribution/standing'
import type { Packed } from '#lib/packed'
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
  const { frame: head, inView, standing } = asked
  const { session } = page
  const [markov, reader] = await Promise.all([markovCredits(page, { ...head, inView }), creditsReader(session)])
  // What is under way goes on without a new version.
  const underWay = [standing, markov.computedAt, markov.isSolving]
  const { frame, view, packedFigures } = await made(reader, [session.dataVersion, head, ...underWay], () =>
    makeView(page, asked, markov),
  )
  const packedDeals = opened(reader, [head, frame.model], async () => pack(await openedDeals(page, frame)))
  // Who draws it hears of a failure; until then nobody listens, and the process would call it unhandled.
  packedDeals.catch(() => undefined)
  const shown = { view, packedFigures, packedDeals: (await soon(packedDeals).catch(() => null)) ?? packedDeals }
  return { shown, closedThrough: frame.closedThrough }
}

async function makeView(page: TeamPage, { frame: head, names, inView, standing }: ViewAsked, solved: MarkovCredits) {
  const { markov, isSolving } = solved
  const { ledger } = await yearFigures(page)
  const isWithout = head.model === 'markov' && markov === null
  const model = isWithout ? touchModelOf(head) : head.model
  const own = { inView, model, closedThrough: closedThrough(ledger) }
  const frame = { ...head, ...own, ...names }
  const [figures, frozen] = await Promise.all([
    viewFigures(page, frame, ledger, { margin: standing.grossMargin, markov }),
    frozenCredits(page.session, { teamId: page.team.id }, { from: inView.from, to: inView.to }),
  ])
  const { run, waiting, asOf, rules } = standing
  const view = write<ViewWritten>({
    ...{ frame: own, headline: figures.headline },
    notices: {
      ...{ standing: { run, waiting, asOf }, isTooMany: figures.isTooMany, isWithout },
      otherLookbacks: otherLookbacks(frozen.months, rules),
    },
    ...{ isSolving, rows: figures.rows },
  })
  return { frame, view, packedFigures: pack(figures.figures) }
}

/** Lookbacks of months that were frozen by other rules than the present ones. */
function otherLookbacks(months: readonly FrozenMonth[], present: KeptRules): number[] {
  const others = months.filter(({ rules }) => JSON.stringify(rules) !== JSON.stringify(present))
  return [...new Set(others.map(({ rules }) => rules.lookbackDays))]
}
