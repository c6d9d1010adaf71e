import { MONEY_UNITS, type MoneyUnit } from '#lib/format'
import type { Accumulation } from '#lib/plan-vs-actual/period'

/** What the URL says about the view, so that it can be sent to a colleague. */
export type ViewQuery = {
  readonly mode: Accumulation
  /** Null: the organisation's unit. */
  readonly unit: MoneyUnit | null
  readonly metric: string
  /** What the bridge explains: the whole KGI, marketing's part of it, or one channel by its id. */
  readonly bridge: string
  /** Closed months as corrected since, or as they were closed. */
  readonly asOf: 'latest' | 'closed'
  /** Ids of the rows that are open (a metric shows its channels, a channel its campaigns), or one word for all. */
  readonly open: readonly string[]
}

/** A part of the view set anew; null: as it is without being named. */
export type ViewChange = { readonly [Key in keyof ViewQuery]?: ViewQuery[Key] | null }

/** Reads the view from the query; what cannot be read is as if it were not there. */
export function viewOf(query: { readonly get: (name: string) => string | null }): ViewQuery {
  return {
    mode: query.get('mode') === 'cumulative' ? 'cumulative' : 'monthly',
    unit: MONEY_UNITS.find((unit) => unit === query.get('unit')) ?? null,
    metric: query.get('metric') ?? 'revenue',
    bridge: query.get('bridge') ?? 'kgi',
    asOf: query.get('asOf') === 'closed' ? 'closed' : 'latest',
    open: (query.get('open') ?? '').split(',').filter((id) => id !== ''),
  }
}

/** The query with a part of the view set; '' when nothing is named. */
export function changedQuery(query: string, change: ViewChange): string {
  const changed = new URLSearchParams(query)
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === undefined) changed.delete(name)
    else changed.set(name, typeof value === 'string' ? value : value.join(','))
  }
  // Commas and colons may stand in a query as they are: the address stays readable.
  const text = changed.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}
