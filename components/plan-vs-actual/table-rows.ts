import { comparedIn } from '#lib/plan-vs-actual/period'
import { type Part, type Section, sections } from '#lib/plan-vs-actual/sections'
import { campaignParts } from './campaign-parts'
import { channelLandingOf, sectionLanding } from './landing-rows'
import { partName, sectionName } from './names'
import { costRatioRows, rateRows } from './ratio-rows'
import { type RowContext, remembered } from './row-context'
import type { TableRow } from './table-row'

/**
 * Every block of the table: revenue and its lines, the funnel upwards, its rates, cost and what cost brings. A block's
 * figures are computed when they are first shown, once.
 */
export function tableRows(context: RowContext): TableRow[] {
  const counted = sections(context.ledger)
  const costs = counted.filter(({ key }) => key === 'cost')
  const others = counted.filter(({ key }) => key !== 'cost')
  return [
    ...others.map((section) => sectionRow(section, context)),
    ...rateRows(context),
    ...costs.map((section) => sectionRow(section, context)),
    ...costRatioRows(context),
  ]
}

function sectionRow(section: Section, context: RowContext): TableRow {
  const { key, metric, rows } = section
  const settable = key === 'existing' || key === 'salesSourced' ? key : null
  return {
    ...{ id: key, name: sectionName(key, context.ledger, context.locale), unit: 'metric', metric, rows },
    ...{ kind: settable ? 'revenueLine' : 'section', colour: null, settable },
    at: remembered((period) => comparedIn(rows, period, context.ledger, context.mode)),
    landing: metric === 'revenue' ? sectionLanding(context.ledger, key) : null,
    parts: section.parts.map((part) => partRow(section, part, context)),
  }
}

function partRow(section: Section, part: Part, context: RowContext): TableRow {
  const { ledger } = context
  const id = `${section.key}.${part.key}`
  const colour = ledger.channels.find((each) => each.id === part.channelId)?.colour ?? 0
  const isChannel = part.line === 'channel'
  return {
    ...{ id, name: partName(part, ledger, context.t), unit: 'metric', metric: section.metric, rows: part.rows },
    ...{ kind: isChannel ? 'part' : 'unallocated', colour: isChannel ? colour : null, settable: null },
    at: remembered((period) => comparedIn(part.rows, period, ledger, context.mode)),
    landing: section.metric === 'revenue' ? channelLandingOf(ledger, part.channelId) : null,
    parts: isChannel ? campaignParts(id, part.channelId, section.metric, context) : [],
  }
}
