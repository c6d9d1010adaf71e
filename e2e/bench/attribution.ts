import { CreditBook } from '#lib/attribution/credit-book'
import { CreditLines } from '#lib/attribution/credit-lines'
import { JourneyTable } from '#lib/attribution/journey-table'
import { markovCredits } from '#lib/attribution/markov'
import { MODELS, type Model } from '#lib/attribution/models'
import { Path } from '#lib/attribution/path'
import type { AttributionRules } from '#lib/attribution/rules'
import { Transitions } from '#lib/attribution/transitions'
import { atMost, type Measure, reported } from './report'

const JOURNEYS = 1_000_000
const CHANNELS = Array.from({ length: 12 }, (_, i) => `channel-${i}`)
const CAMPAIGNS = 20
const DAY = 86_400_000
/** 2025-04-01 as days since 1970-01-01. */
const FIRST_DAY = 20_179
const rules: AttributionRules = {
  ...{ lookbackDays: 365, level: 'account', halfLifeDays: 30 },
  ...{ custom: { first: 2500, leadCreation: 3500, opportunityCreation: 1500, last: 500, middle: 2000 } },
  direct: [CHANNELS[1] ?? ''],
}
/** R's ChannelAttribution took 7.0 s for these four on as many journeys: a third of that. */
const MARKED: readonly Model[] = ['first', 'last', 'linear', 'markov']
const MARK_SECONDS = 2.3

/** Whole numbers below a bound, the same in every run. */
function draws(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/** Won deals of 100,000 to 10 million yen over two years, of 1 to 9 touches, 5 in the mean. */
function fill(table: JourneyTable, journeys = JOURNEYS): void {
  const draw = draws(1)
  for (let deal = 0; deal < journeys; deal++) {
    const count = 1 + (deal % 9)
    const closedDay = FIRST_DAY + draw(730)
    const createdDay = closedDay - draw(90)
    const leadDay = createdDay - draw(90)
    table.begin({
      ...{ teamId: `team-${deal % 5}`, state: 'won', isNew: deal % 4 > 0, amount: 100_000 + draw(9_900_001) },
      ...{ createdDay, closedDay, leadAt: leadDay * DAY, leadDay },
    })
    const ats = Array.from({ length: count }, () => (closedDay - draw(200)) * DAY + draw(DAY)).sort((a, b) => a - b)
    for (const at of ats) {
      const channel = CHANNELS[draw(CHANNELS.length)] ?? ''
      table.touch(at, Math.floor(at / DAY), channel, `${channel}-${draw(CAMPAIGNS)}`, draw(2) === 0)
    }
  }
}

/** Every fifth journey converts. */
function markov(table: JourneyTable): void {
  const transitions = new Transitions(table.lines.channelIds)
  const path = new Path()
  for (let deal = 0; deal < table.size; deal++) {
    path.read(table, deal, table.closedDays[deal] ?? 0, rules)
    const isWon = deal % 5 === 0
    transitions.addPath(
      path.channels,
      0,
      path.size,
      isWon ? 1 : 0,
      isWon ? (table.amounts[deal] ?? 0) : 0,
      isWon ? 0 : 1,
    )
  }
  markovCredits(transitions)
}

/** Seconds of CPU, of all threads: what the collector takes counts too. */
function cpuOf(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** A million journeys of five million touches in memory, each model by itself, to the yen by team, month, campaign. */
export function attribution(): Measure[] {
  const table = new JourneyTable(new CreditLines())
  const filling = cpuOf(() => fill(table))
  const seconds = new Map<Model, number>(MODELS.map((model) => [model, cpuOf(() => creditIn(model, table))]))
  const together = cpuOf(() => new CreditBook(rules, {}, table.lines).addAll(table))
  const marked = MARKED.reduce((sum, model) => sum + (seconds.get(model) ?? 0), 0)
  return [
    atMost(`${MARKED.join(', ')}, CPU together`, marked, MARK_SECONDS, 's'),
    ...MODELS.map((model) => reported(`${model}, CPU`, seconds.get(model) ?? 0, 's')),
    reported('the 13 touch models under all bases in one pass, CPU', together, 's'),
    reported('touches', table.starts[table.size] ?? 0, ''),
    reported('filling the table, CPU', filling, 's'),
    reported('largest memory of the process', process.resourceUsage().maxRSS / 1024, 'MB'),
  ]
}

function creditIn(model: Model, table: JourneyTable): void {
  if (model === 'markov') markov(table)
  else new CreditBook(rules, { bases: ['won'], models: [model] }, table.lines).addAll(table)
}
