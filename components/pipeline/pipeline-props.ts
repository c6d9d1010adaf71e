import type { PipelineView, UsualDays } from '#lib/input/pipeline'
import type { FiscalYear, Month } from '#lib/month'
import type { Channel, Stage } from '#lib/organisation'
import type { Period } from '#lib/plan-vs-actual/period'
import type { FigureStyle } from '../plan-vs-actual/figure-text'

/** What every card of the pipeline gets: what limits the view, how figures are written, where links lead. */
export type PipelineFrame = {
  /** '/team/2026/pipeline' */
  readonly path: string
  readonly view: PipelineView
  /** The organisation's own days, which stand in no address. */
  readonly usual: UsualDays
  readonly period: Period
  /** First and last month of the period. */
  readonly from: Month
  readonly to: Month
  readonly year: FiscalYear
  readonly today: string
  readonly style: FigureStyle
  readonly channels: readonly Channel[]
  readonly campaigns: readonly { readonly id: string; readonly name: string }[]
  readonly owners: readonly string[]
  readonly stages: readonly Stage[]
}

type Query = Readonly<Record<string, string | number | null | undefined>>

/** What the screen starts with stands in no address. */
const USUAL: Query = { view: 'summary', customers: 'new', by: 'channel', set: 'created' }

/** Limits that go along from view to view. */
const LASTING = ['period', 'customers', 'window', 'agreed', 'owner'] as const

type Linking = Pick<PipelineFrame, 'path' | 'view' | 'usual'>

/** What stands in the address of a view, with the limits of this one. */
export function viewQuery({ view, usual }: Pick<Linking, 'view' | 'usual'>, query: Query): Query {
  const lasting = Object.fromEntries(LASTING.map((key) => [key, view[key]]))
  const own = Object.entries({ ...lasting, ...query }).filter(
    ([key, value]) => value !== null && !isUsual(usual, key, value),
  )
  return Object.fromEntries(own)
}

/** The address of a view, with the limits of this one. */
export function viewHref({ path, ...limits }: Linking, query: Query): string {
  return hrefOf(path, viewQuery(limits, query))
}

/** The address of the records behind a figure: in it stands all that limits the figure. */
export function recordsHref({ path, view, usual }: Linking, list: 'deals' | 'leads', query: Query) {
  const own = list === 'deals' ? { window: view.window, owner: view.owner } : { agreed: view.agreed }
  const wanted = Object.entries({ ...own, ...query }).filter(
    ([key, value]) => !isUsual(usual, key, value) || key === 'customers',
  )
  return hrefOf(path, { view: list, period: view.period, ...Object.fromEntries(wanted) })
}

export function hrefOf(path: string, query: Query): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') params.set(key, String(value))
  }
  return params.size === 0 ? path : `${path}?${params}`
}

function isUsual(days: UsualDays, key: string, value: Query[string]): boolean {
  return { ...USUAL, ...days }[key] === value
}
