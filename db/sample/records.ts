import type { SaveActualsInput } from '#lib/input/actuals'
import { addMonths, type Month } from '#lib/month'
import type { Actor } from '#lib/permissions'
import { externalIdentity } from '#lib/records/identity'
import { upsertLeads } from '../commands/upsert-leads'
import { upsertOpportunities } from '../commands/upsert-opportunities'
import { upsertTouches } from '../commands/upsert-touches'
import { madeUpAccounts } from './accounts'
import { CHANNELS, type TeamPlan } from './company'
import { addDays, dayIn } from './days'
import type { ChannelIds } from './drafts'
import { type Deal, peopleAndDeals, split } from './people-and-deals'
import { type Random, randomFrom } from './random'
import { leadRow, opportunityRow, type RowsOf } from './record-rows'
import type { Story } from './story'
import { runAt, type SampleRun, touchesOf } from './touches'

/** The CRM has been in use for so many months. */
const MONTHS = 7

/** Deals of existing customers, and of sales' own, in a month. */
const DEALS_OF_LINE = { existing: { won: 3, lost: 1, open: 1 }, salesSourced: { won: 1, lost: 2, open: 1 } } as const

/** Deals that began in the last months are still open. */
const OPEN_SINCE = 4

export type SampleRecords = {
  readonly teamId: string
  readonly team: Pick<TeamPlan, 'dealSizeFactor' | 'seed'> & Pick<RowsOf, 'products' | 'owners'>
  readonly ids: ChannelIds
  readonly cells: SaveActualsInput['cells']
  readonly story: Story
  /** 'YYYY-MM-DD' */
  readonly today: string
  /** Name of the channel whose people of the last finished month nobody called; null: all were. */
  readonly neglected: string | null
  readonly runs: readonly SampleRun[]
}

/**
 * Writes the leads, opportunities and touches behind the last months of a team's actuals: by stage, channel and month
 * they are as many, and what was won is worth as much.
 */
export async function loadRecords(writer: Actor, given: SampleRecords): Promise<void> {
  const { leads, opportunities, touches } = recordsOf(given)
  await upsertLeads(writer, { importId: null, rows: leads })
  await upsertOpportunities(writer, { importId: null, rows: opportunities })
  await upsertTouches(writer, { importId: null, rows: touches })
}

/** A seminar's list of attendants was found after its month had been closed: a deal won then has one touch more. */
export async function loadLateTouch(writer: Actor, given: SampleRecords): Promise<void> {
  const { ids, story, team, runs } = given
  const month = addMonths(story.lastFinished, -2)
  const channelId = ids.get('セミナー')
  const deal = recordsOf(given).opportunities.find(
    ({ state, closedOn, leadExternalId, isNew }) =>
      state === 'won' && isNew === null && leadExternalId && closedOn?.startsWith(month),
  )
  if (!channelId || !deal?.closedOn || !deal.leadExternalId) return
  const at = addDays(deal.closedOn, -9)
  const identity = externalIdentity(`S${team.seed % 100}-LATE`)
  const campaignId = runAt(channelId, at, runs)
  const row = {
    identity,
    channelId,
    campaignId,
    leadExternalId: deal.leadExternalId,
    at,
    kind: '参加（名簿をあとから取り込み）',
  }
  await upsertTouches(writer, { importId: null, rows: [row] })
}

export function recordsOf({ teamId, team, ids, cells, story, today, neglected, runs }: SampleRecords) {
  const random = randomFrom(team.seed + 7)
  const prefix = `S${team.seed % 100}`
  const world = { months: story.months.slice(-MONTHS), today, random, prefix }
  const total = (line: string, channelId: string | null, metric: string, month: string) =>
    cells
      .filter(
        (cell) => cell.line === line && cell.channelId === channelId && cell.metric === metric && cell.month === month,
      )
      .reduce((sum, { value }) => sum + (value ?? 0), 0)
  const channels = [...ids].map(([name, channelId], i) => {
    const usualAmount = (CHANNELS[name]?.dealSize ?? 0) * team.dealSizeFactor
    const of = (metric: string, month: string) => total('channel', channelId, metric, month)
    return peopleAndDeals({ channelId, code: i + 1, usualAmount, of }, world)
  })
  const lines = dealsOfLines({ world, prefix, total })
  const rows: RowsOf = {
    ...{ teamId, today, random, account: madeUpAccounts(prefix, random), lastFinished: story.lastFinished },
    ...{ products: team.products, owners: team.owners, neglected: ids.get(neglected ?? '') },
  }
  const people = channels.flatMap((channel) => channel.people)
  const deals = [...channels.flatMap((channel) => channel.deals), ...lines]
  const { accounts, ...records } = rowsOf(people, deals, rows)
  const touches = touchesOf({
    ...{ prefix, today, people, deals, accounts, ids, runs },
    random: randomFrom(team.seed + 11),
  })
  return { ...records, touches }
}

type OfLines = {
  readonly world: { readonly months: readonly Month[]; readonly today: string; readonly random: Random }
  readonly prefix: string
  readonly total: (line: string, channelId: null, metric: string, month: string) => number
}

/** Deals that marketing had no part in: won for the revenue that stands in the actuals, and some that were lost. */
function dealsOfLines({ world: { months, today, random }, prefix, total }: OfLines): Deal[] {
  const ofLine = (line: string, key: string) => ({
    ...{ key: `${prefix}-${line}-${key}`, channelId: null, isExisting: line === 'existing', person: null },
  })
  return (['existing', 'salesSourced'] as const).flatMap((line) =>
    months.flatMap((month) => {
      const { won, lost, open } = DEALS_OF_LINE[line]
      const amounts = split(total(line, null, 'revenue', month), won, random).filter((amount) => amount > 0)
      const others = amounts.length === 0 ? [] : Array.from({ length: lost }, () => amounts[0] ?? 0)
      const closed = [...amounts, ...others].map((amount, i): Deal => {
        const closedOn = dayIn(month, random, { to: today })
        const own = { ...ofLine(line, `${month}-${i + 1}`), amount, closedOn }
        const state = i < amounts.length ? 'won' : 'lost'
        return { ...own, state, createdOn: addDays(closedOn, -random.between(20, 70)) }
      })
      const isRecent = months.indexOf(month) >= months.length - OPEN_SINCE && amounts.length > 0
      const opened = Array.from({ length: isRecent ? open : 0 }, (_, i): Deal => {
        const own = { ...ofLine(line, `${month}-open-${i + 1}`), amount: amounts[0] ?? 0, closedOn: null }
        return { ...own, state: 'open', createdOn: dayIn(month, random, { to: today }) }
      })
      return [...closed, ...opened]
    }),
  )
}

function rowsOf(people: ReturnType<typeof peopleAndDeals>['people'], deals: readonly Deal[], of: RowsOf) {
  const accounts = new Map(
    people.filter(({ qualifiedOn }) => qualifiedOn !== null).map(({ key }) => [key, of.account()]),
  )
  const leads = people.map((person) => leadRow(person, accounts.get(person.key) ?? null, of))
  const opportunities = deals.map((deal) => {
    const account = accounts.get(deal.person?.key ?? '') ?? of.account()
    accounts.set(deal.key, account)
    return opportunityRow(deal, account, of)
  })
  return { accounts, leads, opportunities }
}
