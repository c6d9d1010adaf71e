import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { saveHandover } from '#db/commands/save-handover'
import type { Company } from './companies'
import { fill } from './million'
import { besideBare, loadOf } from './pages'
import { atMost, type Measure, median, print, reported } from './report'

const WRITES = 7
/** Of each round: many screens share the time. */
const SECONDS = 3

const SCREENS: Readonly<Record<string, string>> = {
  'pipeline, summary of the quarter': 'pipeline',
  'pipeline, summary of the year': 'pipeline?period=year',
  'pipeline, handover': 'pipeline?view=handover',
  'pipeline, handover of the year': 'pipeline?view=handover&period=year',
  'pipeline, cohorts': 'pipeline?view=cohorts',
  overview: 'overview',
  'plan vs actual': 'plan-vs-actual',
  attribution: 'attribution',
}

/**
 * One organisation of a million leads and five million touches: its rollups filled, and its pages beside a bare page.
 * Each stage is printed as it ends.
 */
export async function scale(url: string, ownerUrl: string, large: Company): Promise<void> {
  const filled = performance.now()
  await fill(ownerUrl, large)
  const generated = (performance.now() - filled) / 1000
  print('1,000,000 leads and 5,000,000 touches in one organisation', [
    reported('generated in the database', generated, 's'),
  ])
  print('Rollups', await rebuilt('db:rebuild, rollups filled from nothing'))
  await firstAndWrites(url, large)
  await underLoad(url, large)
  print('Rollups again', await rebuilt('db:rebuild, nothing to mend'))
}

export async function firstAndWrites(url: string, large: Company): Promise<void> {
  // At once: Postgres has no statistics of the rollups yet.
  print('Its pages, the very first answer', await firstAnswers(url, large))
  print('Its pages, first answer after somebody wrote', await afterWrites(url, large))
}

export async function underLoad(url: string, large: Company): Promise<void> {
  for (const [name, screen] of Object.entries(SCREENS)) {
    const measures = await besideBare(url, [large], [loadOf(name, screen, [large])], SECONDS)
    print(`Its pages, 10 connections: ${name}`, measures)
  }
}

/** Seconds of `npm run db:rebuild`. */
async function rebuilt(name: string): Promise<Measure[]> {
  const start = performance.now()
  const args = ['--conditions=react-server', '--import', 'tsx', 'db/rebuild.ts']
  const script = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(script, 'exit')
  if (code !== 0) throw new Error(`db:rebuild ended with ${code}`)
  return [reported(name, (performance.now() - start) / 1000, 's')]
}

async function firstAnswers(url: string, company: Company): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const [name, screen] of Object.entries(SCREENS)) {
    measures.push(reported(name, await answered(url, company, screen), 'ms'))
  }
  return measures
}

/** Nothing is remembered after a write: each page reads its figures once more. */
async function afterWrites(url: string, large: Company): Promise<Measure[]> {
  const spent = new Map<string, number[]>(Object.keys(SCREENS).map((name) => [name, []]))
  const writes: number[] = []
  for (let i = 0; i < WRITES; i++) {
    for (const [n, [name, screen]] of Object.entries(SCREENS).entries()) {
      const start = performance.now()
      // Another moment each time, so that there is always something to write.
      const workedAt = new Date(Date.UTC(2026, 9, 1) + (Date.now() % 86_400_000)).toISOString()
      await saveHandover(large.session, { leadId: leadOf(6 * (i * 100 + n + 1)), workedAt })
      writes.push(performance.now() - start)
      spent.get(name)?.push(await answered(url, large, screen))
    }
  }
  return [
    reported('the write itself, median', median(writes), 'ms'),
    ...[...spent].flatMap(([name, times]) => [
      reported(`${name}, median`, median(times), 'ms'),
      atMost(`${name}, slowest of ${WRITES}`, Math.max(...times), 500, 'ms'),
    ]),
  ]
}

/** Milliseconds until the last byte of a page. */
async function answered(url: string, { path, cookie }: Company, screen: string): Promise<number> {
  const start = performance.now()
  const answer = await fetch(`${url}${path}/${screen}`, { headers: { cookie } })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${screen}: ${answer.status} ${text.slice(0, 400)}`)
  return performance.now() - start
}

const leadOf = (n: number) => `00000002-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
