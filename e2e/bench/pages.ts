import autocannon from 'autocannon'
import type { Company } from './companies'
import { atLeast, atMost, type Measure, median, reported } from './report'

/** Enough to keep one process busy. With more, p99 is the length of the queue, the bare page's too. */
const CONNECTIONS = 10
const ROUNDS = 3

export type Load = {
  readonly name: string
  readonly pages: readonly { readonly path: string; readonly cookie: string }[]
}
type Round = { readonly perSecond: number; readonly p50: number; readonly p99: number }

/** A screen of some companies, each asked for by somebody of its own. */
export const loadOf = (name: string, screen: string, whose: readonly Company[]): Load => ({
  name,
  pages: whose.map(({ path, cookie }) => ({ path: `${path}/${screen}`, cookie })),
})

/** The main pages of many organisations, and of one. */
export async function pages(url: string, companies: readonly Company[]): Promise<Measure[]> {
  const [first] = companies
  if (!first) throw new Error('there is no company to measure')
  return besideBare(url, companies, [
    loadOf('overview, 20 organisations', 'overview', companies),
    loadOf('plan vs actual, 20 organisations', 'plan-vs-actual', companies),
    ...['plan', 'campaigns', 'actuals', 'pipeline'].map((screen) =>
      loadOf(`${screen}, 20 organisations`, screen, companies),
    ),
    loadOf('overview, 1 organisation', 'overview', [first]),
    loadOf('plan vs actual, 1 organisation', 'plan-vs-actual', [first]),
  ])
}

/** Requests per second, p50 and p99 of pages beside a bare page: interleaved rounds, one server process, no gzip. */
export async function besideBare(
  url: string,
  companies: readonly Company[],
  loads: readonly Load[],
  seconds = 5,
): Promise<Measure[]> {
  const bare: Load = { name: 'bare page', pages: companies.map(({ cookie }) => ({ path: '/bare', cookie })) }
  const rounds = new Map<Load, Round[]>([bare, ...loads].map((load) => [load, []]))
  for (const load of rounds.keys()) await measured(url, load, 2)
  for (let i = 0; i < ROUNDS; i++) {
    for (const [load, done] of rounds) done.push(await measured(url, load, seconds))
  }
  const perSecond = (load: Load) => median((rounds.get(load) ?? []).map((round) => round.perSecond))
  const p50 = (load: Load) => median((rounds.get(load) ?? []).map((round) => round.p50))
  const p99 = (load: Load) => Math.max(...(rounds.get(load) ?? []).map((round) => round.p99))
  return [
    reported('bare page', perSecond(bare), 'req/s'),
    reported('bare page, p50', p50(bare), 'ms'),
    reported('bare page, p99', p99(bare), 'ms'),
    ...loads.flatMap((load) => [
      reported(load.name, perSecond(load), 'req/s'),
      atLeast(`${load.name} ÷ bare page`, perSecond(load) / perSecond(bare), 0.6),
      reported(`${load.name}, p50`, p50(load), 'ms'),
      atMost(`${load.name}, p99`, p99(load), 500, 'ms'),
    ]),
  ]
}

/** Ten connections, on each some people in turn with pages of their own. Throws when an answer is anything but 200. */
export async function measured(url: string, { name, pages: all }: Load, seconds: number): Promise<Round> {
  let next = 0
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient(client) {
      const place = next++
      const own = all.filter((_, i) => (i - place) % CONNECTIONS === 0)
      const asked = own.length > 0 ? own : all.slice(0, 1)
      client.setRequests(asked.map(({ path, cookie }) => ({ method: 'GET', path, headers: { cookie } })))
    },
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${name}: ${result.non2xx} answers were not 200 (${JSON.stringify(result.statusCodeStats)}), ${result.errors} failed`,
    )
  }
  // Without any answer there are no waits to rank, and autocannon calls that 0 ms.
  const never = result['2xx'] === 0 ? Number.POSITIVE_INFINITY : 0
  return {
    perSecond: result.requests.average,
    p50: Math.max(never, result.latency.p50),
    p99: Math.max(never, result.latency.p99),
  }
}
