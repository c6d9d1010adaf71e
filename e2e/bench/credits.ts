import { setTimeout as sleep } from 'node:timers/promises'
import { type Concerned, markDirty, type RecordChange } from '#db/attribution/dirty'
import { markovCells } from '#db/attribution/markov'
import { creditRun } from '#db/attribution/run'
import { drained } from '#db/attribution/standing'
import { readOrg, withOrg } from '#db/client'
import { saveAttributionRules } from '#db/commands/save-attribution-rules'
import type { Embedded } from '#db/embedded'
import { USUAL_RULES } from '#lib/attribution/kept-rules'
import type { Company } from './companies'
import { fill, idOf, MILLION_JOURNEYS } from './million'
import { type Load, loadOf, measured } from './pages'
import { atMost, type Measure, median, print, reported } from './report'
import { serverCpu } from './server-cpu'

/** What is asked of the server while everything is credited anew. */
const SCREENS = ['attribution', 'overview'] as const
const ROUND_SECONDS = 4
const CHANGED = 1000
const ROUNDS = 9

/** A million opportunities with five million touches in one organisation: crediting all, a thousand, and pages meanwhile. */
export async function credits(
  url: string,
  { ownerUrl, home }: Pick<Embedded, 'ownerUrl' | 'home'>,
  large: Company,
  size = MILLION_JOURNEYS,
): Promise<void> {
  const generated = await secondsOf(() => fill(ownerUrl, large, size))
  const marked = await secondsOf(() => markAll(large))
  const first = await secondsOf(() => creditRun(large.session))
  const again = await secondsOf(() => creditRun(large.session))
  print(
    `${size.opportunities.toLocaleString('en')} journeys and ${size.touches.toLocaleString('en')} touches in one organisation`,
    [
      reported('generated in the database', generated, 's'),
      reported('all marked', marked, 's'),
      reported('journeys gathered from the records, and credited', first, 's'),
      reported('kept journeys read from Postgres and credited anew', again, 's'),
      reported('largest memory of the process', process.resourceUsage().maxRSS / 1024, 'MB'),
    ],
  )
  await analysed(ownerUrl)
  print('Markov, in the background', [
    reported('the year’s journeys counted in Postgres and solved', await markov(large), 's'),
  ])
  const leads = `${CHANGED.toLocaleString('en')} leads are dated anew, ${ROUNDS} times`
  print(leads, await changedLeads(large, home, 'milestones'))
  print(`${leads}, with touches that may be others`, await changedLeads(large, home, 'touches'))
  print('Pages, 10 connections, while everything is credited anew by other rules', await meanwhile(url, large))
}

async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return (performance.now() - start) / 1000
}

function markAll({ session }: Company): Promise<void> {
  return withOrg(session, async ({ $client }) => {
    await $client.query("set local statement_timeout = '5min'")
    const all = 'select org_id, id, now() from opportunities where org_id = $1'
    const text = `insert into attribution_dirty ${all} on conflict do nothing`
    const query = { text, values: [session.orgId], query_timeout: 300_000 }
    await $client.query(query)
  })
}

function markov({ session }: Company): Promise<number> {
  const teamIds = session.teams.map(({ id }) => id)
  const period = { from: '2025-04', to: '2026-03', customers: 'all', teamIds, isRoot: true } as const
  return secondsOf(() => withOrg(session, (tx) => markovCells(tx, session.orgId, period)))
}

/** What Postgres does by itself a minute later. */
async function analysed(ownerUrl: string): Promise<void> {
  const { default: pg } = await import('pg')
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('analyze attribution_journeys, attribution_rollup, attribution_dirty')
  await owner.end()
}

/** A thousand leads scattered over the organisation, whose milestones move: marked as their writer does, and credited. */
async function changedLeads({ session }: Company, home: string, change: RecordChange): Promise<Measure[]> {
  const work = { actor: session }
  const [marks, drains]: [number[], number[]] = [[], []]
  const cpu: { own: number; server: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const concerned = await dated(session, round)
    const [own, server] = [process.cpuUsage(), serverCpu(home)]
    marks.push(
      1000 * (await secondsOf(() => withOrg(session, (tx) => markDirty({ ...work, tx }, concerned, 'milestones')))),
    )
    drains.push(1000 * (await secondsOf(() => drained(session, 2 * CHANGED))))
    const { user, system } = process.cpuUsage(own)
    cpu.push({ own: (user + system) / 1000, server: 1000 * (serverCpu(home) - server) })
  }
  const [both, sum] = ['marked and credited, median', median(marks) + median(drains)]
  return [
    reported('marked, median', median(marks), 'ms'),
    reported('credited, median', median(drains), 'ms'),
    change === 'milestones' ? atMost(both, sum, 100, 'ms') : reported(both, sum, 'ms'),
    reported('marked and credited, the slowest of each', Math.max(...marks) + Math.max(...drains), 'ms'),
    reported('CPU of the process for both, median', median(cpu.map(({ own }) => own)), 'ms'),
    reported('CPU of Postgres for both, median', median(cpu.map(({ server }) => server)), 'ms'),
  ]
}

/** Leads and their accounts, as whoever writes leads knows them. */
function dated({ orgId, userId }: Company['session'], round: number): Promise<Concerned> {
  const leads = Array.from({ length: CHANGED }, (_, i) => idOf(2, i * 997 + round))
  return withOrg({ orgId, userId }, async ({ $client }) => {
    await $client.query(
      `update lead_stages set reached_at = reached_at - interval '3 days'
       where org_id = $1 and stage = 'lead' and lead_id = any($2::uuid[])`,
      [orgId, leads],
    )
    const text = 'select account_id as id from leads where org_id = $1 and id = any($2::uuid[])'
    const { rows } = await $client.query<{ id: string }>(text, [orgId, leads])
    return { leads, accounts: rows.map(({ id }) => id) }
  })
}

/** Other rules are saved, and whoever asks next begins: pages show the old figures until the new ones are all there. */
async function meanwhile(url: string, large: Company): Promise<Measure[]> {
  const loads = SCREENS.map((screen) => loadOf(screen, screen, [large]))
  const still = new Map<string, Awaited<ReturnType<typeof measured>>>()
  for (const load of loads) await firstOf(url, load)
  await solved(large)
  // A server that has just started is still compiling its pages.
  for (const load of loads) await measured(url, load, ROUND_SECONDS)
  for (const load of loads) still.set(load.name, await measured(url, load, ROUND_SECONDS))
  const { lookbackDays, level, custom } = { ...USUAL_RULES, lookbackDays: 180 }
  const chosen = {
    lookbackDays,
    level,
    custom: { ...custom },
    halfLifeDays: null,
    defaultModel: 'w',
    grossMargin: null,
  } as const
  await saveAttributionRules(large.session, chosen)
  // Whoever comes first after the rules were saved reads the figures from Postgres, for all that come after.
  const first = new Map<string, number>()
  for (const load of loads) first.set(load.name, await firstOf(url, load))
  const during = new Map<string, { p50: number; p99: number }[]>(SCREENS.map((screen) => [screen, []]))
  const start = performance.now()
  for (let i = 0; (await isBehind(large)) && i < 100; i++) {
    const load = loads[i % loads.length]
    if (!load) break
    const round = await measured(url, load, ROUND_SECONDS)
    if (await isBehind(large)) during.get(load.name)?.push(round)
  }
  const lasted = (performance.now() - start) / 1000
  return [
    reported('rebuild in the server, beside its pages', lasted, 's'),
    // A rebuild that ends early leaves a screen unasked: then nothing is said of it.
    ...[...during].flatMap(([name, rounds]) =>
      rounds.length === 0
        ? []
        : [
            reported(`${name}, the first after the rules were saved`, first.get(name) ?? Number.NaN, 'ms'),
            reported(`${name}, p50 without a rebuild`, still.get(name)?.p50 ?? Number.NaN, 'ms'),
            reported(`${name}, p50`, median(rounds.map(({ p50 }) => p50)), 'ms'),
            reported(`${name}, p99 without a rebuild`, still.get(name)?.p99 ?? Number.NaN, 'ms'),
            atMost(`${name}, p99`, Math.max(...rounds.map(({ p99 }) => p99)), 500, 'ms'),
          ],
    ),
  ]
}

/** Milliseconds of one answer. */
async function firstOf(url: string, { pages }: Load): Promise<number> {
  const [page] = pages
  if (!page) throw new Error('there is no page to ask for')
  const start = performance.now()
  await (await fetch(url + page.path, { headers: { cookie: page.cookie } })).text()
  return performance.now() - start
}

/** Markov, which the first page sets off in the background, would otherwise be measured beside the pages. */
async function solved({ session }: Company): Promise<void> {
  const text = 'select from attribution_markov where org_id = $1 and credits is not null'
  for (let i = 0; i < 300; i++) {
    const { rowCount } = await readOrg(session, ({ $client }) => $client.query(text, [session.orgId]))
    if ((rowCount ?? 0) > 0) return
    await sleep(200)
  }
}

function isBehind({ session }: Company): Promise<boolean> {
  return readOrg(session, async ({ $client }) => {
    const text = 'select from attribution_settings where org_id = $1 and pending is not null'
    return ((await $client.query(text, [session.orgId])).rowCount ?? 0) > 0
  })
}
